/** What people ask about BitMart's programme. */

export const bitmartFaq = [
  {
    topic: 'joining',
    label: { en: 'Joining', 'zh-CN': '加入', ru: 'Вступление', es: 'Unirse' },
    entries: [
      {
        ask: {
          en: 'Who can become a partner?',
          'zh-CN': '谁可以成为合作伙伴？',
          ru: 'Кто может стать партнёром?',
          es: '¿Quién puede ser partner?',
        },
        answer: {
          en: 'Anyone with 500 followers on one account, or an active community of 200 members that they moderate. Creators, community leaders, event hosts and newcomers are all welcome. Type /apply.',
          'zh-CN':
            '单个账号有 500 名粉丝，或管理一个 200 人的活跃社区即可。创作者、社区负责人、活动组织者和新人都欢迎。输入 /apply。',
          ru: 'Любой, у кого 500 подписчиков на одном аккаунте или активное сообщество из 200 участников, которое он модерирует. Авторы, лидеры сообществ, организаторы событий и новички — все приглашены. Введите /apply.',
          es: 'Cualquiera con 500 seguidores en una cuenta o con una comunidad activa de 200 miembros que modere. Damos la bienvenida a creadores, líderes de comunidad, organizadores de eventos y gente que empieza. Escribe /apply.',
        },
      },
      {
        ask: {
          en: 'How long does it take?',
          'zh-CN': '需要多久？',
          ru: 'Сколько это длится?',
          es: '¿Cuánto tarda?',
        },
        answer: {
          en: 'You get an answer within 72 hours. /status shows where your application stands and until when the answer is promised.',
          'zh-CN': '72 小时内会有答复。/status 可查看申请进度和承诺的答复时间。',
          ru: 'Ответ приходит в течение 72 часов. /status показывает, что с заявкой и до какого времени обещан ответ.',
          es: 'Recibes respuesta en un plazo de 72 horas. /status muestra en qué punto está tu solicitud y para cuándo se promete la respuesta.',
        },
      },
      {
        ask: {
          en: 'I was rejected. What now?',
          'zh-CN': '申请未通过怎么办？',
          ru: 'Мне отказали. Что теперь?',
          es: 'Me han rechazado. ¿Y ahora?',
        },
        answer: {
          en: 'The answer says why and what would change it. You can appeal once within 14 days, to somebody who did not decide; /status has the button.',
          'zh-CN':
            '答复会说明原因以及如何改进。14 天内可申诉一次，由未参与原决定的人处理；按钮在 /status 里。',
          ru: 'В ответе сказано, почему и что могло бы это изменить. В течение 14 дней можно один раз обжаловать решение у того, кто его не принимал; кнопка есть в /status.',
          es: 'La respuesta dice por qué y qué lo cambiaría. Puedes apelar una vez en 14 días, ante alguien que no decidió; el botón está en /status.',
        },
      },
    ],
  },
  {
    topic: 'earnings',
    label: { en: 'Earnings', 'zh-CN': '收益', ru: 'Доход', es: 'Ingresos' },
    entries: [
      {
        ask: {
          en: 'How high are the commissions?',
          'zh-CN': '佣金有多高？',
          ru: 'Какие комиссии?',
          es: '¿De cuánto son las comisiones?',
        },
        answer: {
          en: 'Up to 60 % of the fees on spot and up to 70 % on futures, by tier. Your tier is told to you when it is granted.',
          'zh-CN': '现货手续费最高 60%，合约最高 70%，按等级而定。授予等级时会告知你。',
          ru: 'До 60 % комиссий на споте и до 70 % на фьючерсах, в зависимости от уровня. Ваш уровень сообщается, когда он присваивается.',
          es: 'Hasta el 60 % de las comisiones en spot y hasta el 70 % en futuros, según el nivel. Se te dice tu nivel cuando se te concede.',
        },
      },
      {
        ask: {
          en: 'Can a rate be lowered later?',
          'zh-CN': '费率以后会降低吗？',
          ru: 'Могут ли ставку потом снизить?',
          es: '¿Se puede bajar el porcentaje más tarde?',
        },
        answer: {
          en: 'Not for people who joined through you before: what was granted for them stays. There are no resets and no downgrades.',
          'zh-CN': '对此前通过你加入的人不会：已授予的费率保持不变，不清零，不降级。',
          ru: 'Не для тех, кто уже пришёл через вас: что было присвоено за них, остаётся. Ни обнулений, ни понижений.',
          es: 'No para quienes ya se unieron a través de ti: lo concedido por ellos se mantiene. No hay reinicios ni bajadas.',
        },
      },
    ],
  },
  {
    topic: 'packets',
    label: { en: 'Red packets', 'zh-CN': '红包', ru: 'Красные конверты', es: 'Sobres rojos' },
    entries: [
      {
        ask: {
          en: 'How do I know that the shares are fair?',
          'zh-CN': '怎么知道红包分配是公平的？',
          ru: 'Откуда я знаю, что доли честные?',
          es: '¿Cómo sé que el reparto es justo?',
        },
        answer: {
          en: 'All shares are drawn before the first claim from one number whose hash is on the card. When the packet is over the number is published, and /verify lets anybody check it.',
          'zh-CN':
            '所有份额在第一次领取前由一个随机数一次抽定，其哈希值写在卡片上。红包结束后公布该数，任何人都可用 /verify 核验。',
          ru: 'Все доли выпадают до первого получения из одного числа, хеш которого стоит на карточке. Когда конверт закончится, число публикуется, и каждый может проверить его командой /verify.',
          es: 'Todas las partes se sortean antes del primer cobro a partir de un número cuyo hash está en la tarjeta. Al terminar el sobre se publica el número y cualquiera puede comprobarlo con /verify.',
        },
      },
      {
        ask: {
          en: 'Where is what I claimed?',
          'zh-CN': '我领到的在哪里？',
          ru: 'Где то, что я получил?',
          es: '¿Dónde está lo que cobré?',
        },
        answer: {
          en: 'In your wallet here: /wallet shows the balance, /claims each claim with its number.',
          'zh-CN': '在你的钱包里：/wallet 看余额，/claims 看每次领取及编号。',
          ru: 'В вашем кошельке здесь: /wallet показывает остаток, /claims — каждое получение с номером.',
          es: 'En tu monedero: /wallet muestra el saldo y /claims cada cobro con su número.',
        },
      },
    ],
  },
  {
    topic: 'rules',
    label: { en: 'Rules', 'zh-CN': '规则', ru: 'Правила', es: 'Normas' },
    entries: [
      {
        ask: {
          en: 'What do I have to disclose?',
          'zh-CN': '我需要披露什么？',
          ru: 'Что я обязан раскрывать?',
          es: '¿Qué tengo que declarar?',
        },
        answer: {
          en: 'That you are a partner, that you may earn a commission, and the risk: in each post, before the first link. /guidelines has the words, /precheck looks through a text before you publish it.',
          'zh-CN':
            '说明你是合作伙伴、可能获得佣金，以及风险：每条内容都要写，放在第一个链接之前。用语见 /guidelines；发布前可用 /precheck 检查文本。',
          ru: 'Что вы партнёр, что можете получать комиссию, и о риске: в каждой публикации, до первой ссылки. Формулировка есть в /guidelines, а /precheck просматривает текст до публикации.',
          es: 'Que eres partner, que puedes ganar una comisión y el riesgo: en cada publicación, antes del primer enlace. El texto está en /guidelines y /precheck revisa lo que vayas a publicar.',
        },
      },
      {
        ask: {
          en: 'What happens when somebody breaks the rules?',
          'zh-CN': '违反规则会怎样？',
          ru: 'Что бывает за нарушение правил?',
          es: '¿Qué pasa si alguien incumple las normas?',
        },
        answer: {
          en: 'They are told, see the evidence and have 72 hours to answer. A warning, a suspension or, decided by two people, the end of the partnership may follow. Every decision can be appealed once.',
          'zh-CN':
            '当事人会收到通知，可以看到证据，并有 72 小时作出回应。结果可能是警告、暂停，或由两人共同决定终止合作。每项决定都可申诉一次。',
          ru: 'Человеку сообщают об этом, он видит доказательства и отвечает в течение 72 часов. Может последовать предупреждение, приостановка или, по решению двух человек, конец партнёрства. Каждое решение можно один раз обжаловать.',
          es: 'Se le avisa, ve las pruebas y tiene 72 horas para responder. Puede haber una advertencia, una suspensión o, si lo deciden dos personas, el fin de la colaboración. Cada decisión se puede apelar una vez.',
        },
      },
    ],
  },
  {
    topic: 'safety',
    label: { en: 'Safety', 'zh-CN': '安全', ru: 'Безопасность', es: 'Seguridad' },
    entries: [
      {
        ask: {
          en: 'Somebody writes to me in the programme’s name. Is it real?',
          'zh-CN': '有人以本计划名义联系我，是真的吗？',
          ru: 'Мне пишут от имени программы. Это правда?',
          es: 'Alguien me escribe en nombre del programa. ¿Es verdad?',
        },
        answer: {
          en: 'Compare with the addresses in /contact. Nobody of ours asks for a password, a private key, a seed phrase or a code, and nobody asks you to send money first.',
          'zh-CN':
            '请与 /contact 中的地址核对。我们的人不会索要密码、私钥、助记词或验证码，也不会要你先转账。',
          ru: 'Сравните с адресами в /contact. Наши люди не спрашивают пароль, закрытый ключ, сид-фразу или код и не просят сначала прислать деньги.',
          es: 'Compáralo con las direcciones de /contact. Nadie de los nuestros pide una contraseña, una clave privada, una frase semilla o un código, ni que envíes dinero antes.',
        },
      },
    ],
  },
]
