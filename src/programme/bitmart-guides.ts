/** How a partner builds a community and lets it grow. */

export const bitmartGuides = [
  {
    topic: 'start',
    label: { en: 'The first 30 days', 'zh-CN': '前 30 天', ru: 'Первые 30 дней', es: 'Los primeros 30 días' },
    words: {
      en: [
        'Week 1: one place, one promise. Choose one platform, write in one sentence what people get from you and how often, and pin it with the rules and your disclosure.',
        'Week 2: twenty people by name. Invite those who already ask you questions. Greet each one, ask what they want to learn, and write it down: that is your plan for the month.',
        'Week 3: a fixed rhythm. Two posts and one live hour a week beat ten posts in a day. Answer every question within a day, also with “I do not know, I will find out”.',
        'Week 4: look back. Who came, who stayed, which post was asked about? Keep what worked, drop the rest, and tell your regional manager what you need.',
      ].join('\n\n'),
      'zh-CN': [
        '第 1 周：一个阵地，一个承诺。选定一个平台，用一句话写明大家能从你这里得到什么、多久一次，连同规则和披露置顶。',
        '第 2 周：叫得出名字的二十个人。邀请已经在向你提问的人。逐一问候，问他们想学什么并记下来：这就是你本月的计划。',
        '第 3 周：固定节奏。每周两篇内容加一小时直播，胜过一天十篇。每个问题一天内回复，哪怕是“我不确定，我去查”。',
        '第 4 周：回顾。谁来了，谁留下了，哪篇内容引来提问？保留有效的，放弃其余，并告诉地区经理你需要什么。',
      ].join('\n\n'),
      ru: [
        'Неделя 1: одно место и одно обещание. Выберите одну площадку, напишите одной фразой, что люди получат от вас и как часто, и закрепите это вместе с правилами и раскрытием.',
        'Неделя 2: двадцать человек по именам. Пригласите тех, кто и так задаёт вам вопросы. Поприветствуйте каждого, спросите, чему он хочет научиться, и запишите: это ваш план на месяц.',
        'Неделя 3: постоянный ритм. Две публикации и час прямого эфира в неделю лучше десяти публикаций за день. Отвечайте на каждый вопрос в течение дня, пусть даже «не знаю, выясню».',
        'Неделя 4: оглянитесь. Кто пришёл, кто остался, о какой публикации спрашивали? Оставьте то, что сработало, откажитесь от остального и скажите региональному менеджеру, что вам нужно.',
      ].join('\n\n'),
      es: [
        'Semana 1: un sitio y una promesa. Elige una plataforma, escribe en una frase qué da tu comunidad y con qué frecuencia, y fíjalo junto con las normas y tu declaración.',
        'Semana 2: veinte personas por su nombre. Invita a quienes ya te preguntan cosas. Saluda a cada una, pregunta qué quiere aprender y apúntalo: ese es tu plan del mes.',
        'Semana 3: un ritmo fijo. Dos publicaciones y una hora en directo por semana valen más que diez publicaciones en un día. Responde a cada pregunta en un día, aunque sea «no lo sé, lo averiguo».',
        'Semana 4: mira atrás. ¿Quién vino, quién se quedó, de qué publicación se habló? Quédate con lo que funcionó, deja lo demás y dile a tu responsable regional qué necesitas.',
      ].join('\n\n'),
    },
  },
  {
    topic: 'content',
    label: { en: 'Content', 'zh-CN': '内容', ru: 'Контент', es: 'Contenido' },
    words: {
      en: [
        'Teach one thing per post: a question your people asked, the answer, what can go wrong, where to read on.',
        'Show your own steps, on your own screen, with small amounts. Losses belong in it as much as gains.',
        'Put the disclosure before the first link and let /precheck look through the text. Then read it aloud once: what sounds like an advertisement is one.',
        'Keep a list of what you said. When a fee or a feature changes, correct the old post instead of deleting it.',
      ].join('\n\n'),
      'zh-CN': [
        '每篇只讲一件事：大家问过的问题、答案、可能出错的地方、延伸阅读。',
        '展示你自己的操作、自己的屏幕、小额资金。盈利要讲，亏损同样要讲。',
        '把披露放在第一个链接之前，并用 /precheck 检查。再出声读一遍：听起来像广告的，就是广告。',
        '把讲过的内容列成清单。手续费或功能变了，去更正旧内容，而不是删除。',
      ].join('\n\n'),
      ru: [
        'Учите одному за публикацию: вопрос ваших людей, ответ, что может пойти не так, где почитать ещё.',
        'Показывайте свои шаги на своём экране и с небольшими суммами. Убытки показывайте так же, как доходы.',
        'Ставьте раскрытие до первой ссылки и дайте /precheck просмотреть текст. Потом прочтите его вслух: что звучит как реклама, то и есть реклама.',
        'Ведите список сказанного. Если изменилась комиссия или функция, поправьте старую публикацию, а не удаляйте её.',
      ].join('\n\n'),
      es: [
        'Enseña una cosa por publicación: una pregunta de tu gente, la respuesta, qué puede salir mal y dónde leer más.',
        'Muestra tus propios pasos, en tu pantalla y con cantidades pequeñas. Las pérdidas cuentan tanto como las ganancias.',
        'Pon la declaración antes del primer enlace y deja que /precheck revise el texto. Luego léelo en voz alta: lo que suena a anuncio, lo es.',
        'Lleva una lista de lo que has dicho. Si cambia una comisión o una función, corrige la publicación antigua en vez de borrarla.',
      ].join('\n\n'),
    },
  },
  {
    topic: 'moderation',
    label: { en: 'Moderation', 'zh-CN': '管理', ru: 'Модерация', es: 'Moderación' },
    words: {
      en: [
        'Three rules that fit on one screen are kept; thirty are not. Say what happens at the first and at the second time, and do exactly that.',
        'Two moderators in two time zones are worth more than ten friends with rights. Give nobody more rights than they need, and take them back when they leave.',
        'Impostors come first. Pin that no moderator writes first in private, and remove who does within the hour.',
        'When a storm comes up, slow the chat down, answer once in public, and go on in private with those concerned.',
      ].join('\n\n'),
      'zh-CN': [
        '一屏能看完的三条规则会有人遵守，三十条则不会。写明第一次、第二次违反各会怎样，并严格照办。',
        '两个时区的两位管理员，胜过十个有权限的朋友。权限按需授予，离开即收回。',
        '首要防范假冒者。置顶说明管理员绝不主动私信，一小时内清除冒充者。',
        '遇到风波时，放慢发言，公开回应一次，再与当事人私下沟通。',
      ].join('\n\n'),
      ru: [
        'Три правила на одном экране соблюдают, тридцать — нет. Скажите, что будет в первый и во второй раз, и делайте именно это.',
        'Два модератора в двух часовых поясах ценнее десяти друзей с правами. Не давайте прав больше, чем нужно, и забирайте их, когда человек уходит.',
        'Самозванцы прежде всего. Закрепите, что модераторы никогда не пишут первыми в личку, и удаляйте таких в течение часа.',
        'Когда начинается буря, замедлите чат, ответьте один раз публично и продолжайте лично с теми, кого это касается.',
      ].join('\n\n'),
      es: [
        'Tres normas que caben en una pantalla se cumplen; treinta, no. Di qué pasa la primera y la segunda vez, y haz justo eso.',
        'Dos moderadores en dos husos horarios valen más que diez amistades con permisos. No des más permisos de los necesarios y quítalos cuando alguien se va.',
        'Los impostores, lo primero. Fija que ningún moderador escribe antes en privado y expulsa en una hora a quien lo haga.',
        'Cuando hay tormenta, ralentiza el chat, responde una vez en público y sigue en privado con quienes están afectados.',
      ].join('\n\n'),
    },
  },
  {
    topic: 'events',
    label: { en: 'Events', 'zh-CN': '活动', ru: 'События', es: 'Eventos' },
    words: {
      en: [
        'An AMA needs one guest, ten questions collected beforehand and 45 minutes. Announce it a week, a day and an hour ahead, in the readers’ own time.',
        'Write down who does what: host, questions, chat, notes. Post the notes on the same day; most of your people were asleep.',
        'A red packet at the end thanks those who came. Say before what it holds and who can claim it, and let everybody verify it.',
        'Count registrations, guests and those who came back a week later. The last figure is the one that matters.',
      ].join('\n\n'),
      'zh-CN': [
        '一场 AMA 需要一位嘉宾、事先收集的十个问题和 45 分钟。提前一周、一天、一小时预告，用读者当地时间。',
        '写清分工：主持、提问、聊天区、记录。当天发布记录，因为大多数人当时在睡觉。',
        '结尾发一个红包感谢到场的人。事先说明金额和领取条件，并让大家都能核验。',
        '统计报名人数、到场人数和一周后再来的人数。最后一个数字才重要。',
      ].join('\n\n'),
      ru: [
        'Для AMA нужны один гость, десять заранее собранных вопросов и 45 минут. Анонсируйте за неделю, за день и за час, во времени читателей.',
        'Запишите, кто что делает: ведущий, вопросы, чат, конспект. Опубликуйте конспект в тот же день: большинство ваших людей спало.',
        'Красный конверт в конце благодарит тех, кто пришёл. Скажите заранее, сколько в нём и кто может его получить, и дайте всем это проверить.',
        'Считайте регистрации, гостей и тех, кто вернулся через неделю. Важно последнее число.',
      ].join('\n\n'),
      es: [
        'Una AMA necesita una persona invitada, diez preguntas recogidas antes y 45 minutos. Anúnciala una semana, un día y una hora antes, en la hora de quien lee.',
        'Escribe quién hace qué: presentación, preguntas, chat, notas. Publica las notas el mismo día; casi toda tu gente estaba durmiendo.',
        'Un sobre rojo al final da las gracias a quienes vinieron. Di antes cuánto lleva y quién puede cobrarlo, y que cualquiera pueda comprobarlo.',
        'Cuenta inscripciones, asistentes y quienes volvieron una semana después. La última cifra es la que importa.',
      ].join('\n\n'),
    },
  },
  {
    topic: 'growth',
    label: { en: 'Growing', 'zh-CN': '成长', ru: 'Рост', es: 'Crecer' },
    words: {
      en: [
        'Growth is who stays. Before you invite more people, make sure that somebody new gets an answer within ten minutes and knows after a day what to do next.',
        'Let members carry it: name those who help, give them a small task, then a role. One in a hundred will do more than you.',
        'Work together with communities of your own size: a shared event, a guest post. Exchange people, not links.',
        'Never buy followers. A thousand accounts that nobody is behind cost you the partnership and your own figures.',
      ].join('\n\n'),
      'zh-CN': [
        '留下来的人才是增长。邀请更多人之前，先确保新人十分钟内有人回应，一天后知道下一步做什么。',
        '让成员一起承担：点名感谢乐于助人的人，先给小任务，再给角色。百里挑一的人会比你做得更多。',
        '与规模相近的社区合作：共办活动、互相投稿。交流的是人，不是链接。',
        '绝不买粉。一千个背后没有人的账号，会让你失去合作资格，也毁掉自己的数据。',
      ].join('\n\n'),
      ru: [
        'Рост — это те, кто остаётся. Прежде чем звать новых, убедитесь, что новичок получает ответ за десять минут и через день знает, что делать дальше.',
        'Пусть участники несут это вместе с вами: называйте тех, кто помогает, дайте им небольшое задание, потом роль. Один из ста сделает больше вас.',
        'Работайте с сообществами вашего размера: общее событие, гостевая публикация. Обменивайтесь людьми, а не ссылками.',
        'Никогда не покупайте подписчиков. Тысяча аккаунтов, за которыми никого нет, будет стоить вам партнёрства и ваших собственных цифр.',
      ].join('\n\n'),
      es: [
        'Crecer es que la gente se quede. Antes de invitar a más, asegúrate de que quien llega recibe respuesta en diez minutos y sabe al día siguiente qué hacer.',
        'Deja que los miembros lo lleven: nombra a quienes ayudan, dales una tarea pequeña y luego un papel. Una de cada cien personas hará más que tú.',
        'Trabaja con comunidades de tu tamaño: un evento común, una publicación invitada. Intercambiad personas, no enlaces.',
        'No compres nunca seguidores. Mil cuentas sin nadie detrás te cuestan la colaboración y tus propias cifras.',
      ].join('\n\n'),
    },
  },
]
