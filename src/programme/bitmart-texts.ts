/**
 * What BitMart's partners agree to, and what everybody is told. Written for this program after the public
 * description of the partner programme; no lawyer of the exchange has seen it, which each text says itself.
 */

const FIRST = { id: '2025-11', from: '2025-11-01' }

const notLegal = {
  en: 'This text comes with the bot and is not the exchange’s legal text. The operator must put the approved one here before the programme starts.',
  'zh-CN': '本文随机器人附带，并非交易所的正式法律文本。计划启动前，运营方必须换成经批准的文本。',
  ru: 'Этот текст поставляется вместе с ботом и не является юридическим документом биржи. До запуска программы оператор обязан заменить его утверждённым.',
  es: 'Este texto viene con el bot y no es el texto legal del exchange. Quien opera el programa debe sustituirlo por el aprobado antes de empezar.',
}

const guidelinesBrief = {
  en: 'You tell people openly that you are a partner of BitMart. You promise no profits, use the brand as it is given to you, and publish what is your own. No spam, no offensive content, no bought followers and no bots. Whoever breaks this is warned, suspended or leaves the programme, and may always appeal.',
  'zh-CN':
    '你会公开说明自己是 BitMart 的合作伙伴。不承诺收益，按规定使用品牌，只发布自己的原创内容。不发垃圾信息，不发冒犯性内容，不买粉，不用机器人。违反者会被警告、暂停或退出计划，但随时可以申诉。',
  ru: 'Вы открыто говорите, что вы партнёр BitMart. Вы не обещаете прибыли, используете бренд так, как он вам передан, и публикуете своё. Никакого спама, оскорблений, накрученных подписчиков и ботов. За нарушение следует предупреждение, приостановка или исключение из программы; решение всегда можно обжаловать.',
  es: 'Dices abiertamente que eres partner de BitMart. No prometes ganancias, usas la marca tal como se te entrega y publicas contenido propio. Nada de spam, contenido ofensivo, seguidores comprados ni bots. Quien no cumple recibe un aviso, una suspensión o deja el programa, y siempre puede apelar.',
}

const guidelines = {
  en: [
    '1. Say who you are. Whoever reads, hears or watches you learns that you are a BitMart partner and may earn a commission: in the post itself, in the language of the post, before the first link. A profile description is not enough.',
    '2. Promise nothing. No guaranteed or expected profits, no “risk-free”, no price targets sold as facts, no screenshots of gains without the losses beside them. Explain what a product does and what can go wrong with it.',
    '3. Be truthful about BitMart. Fees, campaigns and features are quoted as they stand on the official pages on that day. You are a partner, not an employee: you speak for yourself and sign nothing in the exchange’s name.',
    '4. Use the brand as it is given to you. Logos and pictures come from the programme’s assets and are not altered. No channel, account, domain or advertisement may look like an official one. No bidding on the brand’s name in search engines.',
    '5. Publish what is your own. Quote others with their name and a link. Text or pictures made by a machine are checked by you before they go out.',
    '6. Respect people. No spam, no unasked private messages, no hate, no harassment. Nothing is aimed at minors, or at countries in which the exchange does not offer its services.',
    '7. Count honestly. No bought followers, no bots, no accounts of your own behind your link, no rewards for registrations that the programme has not approved.',
    '8. Look after your community. Warn of impostors, never ask for passwords, keys or codes, and hand problems with an account to the exchange’s support.',
    '9. If something goes wrong, put it right: correct the post, say that you did, and tell your regional manager within 24 hours.',
    'What follows. A report becomes a case. You are told what it is about, see the evidence and have 72 hours to answer. It may end with nothing, a warning, a suspension or, decided by two people, with leaving the programme. You may appeal every decision once, to somebody who took no part in it. What was yours by then stays yours.',
  ].join('\n\n'),
  'zh-CN': [
    '1. 表明身份。任何看到、听到你内容的人，都应当知道你是 BitMart 合作伙伴、可能获得佣金：写在内容本身里，用内容所用的语言，放在第一个链接之前。只写在个人简介里是不够的。',
    '2. 不作承诺。不说保证收益或预期收益，不说“零风险”，不把价格预测当成事实，不只晒盈利截图而隐去亏损。请说明产品做什么、可能出什么问题。',
    '3. 如实介绍 BitMart。手续费、活动和功能以当天官方页面为准。你是合作伙伴，不是员工：你只代表自己，不以交易所的名义签署任何东西。',
    '4. 按规定使用品牌。标志和图片取自本计划提供的素材，不得改动。任何频道、账号、域名或广告都不得冒充官方。不得在搜索引擎竞价购买品牌词。',
    '5. 发布自己的作品。引用他人时注明姓名并附链接。机器生成的文字或图片，发布前须由你核对。',
    '6. 尊重他人。不发垃圾信息，不主动私信陌生人，不传播仇恨，不骚扰。不面向未成年人，也不面向交易所不提供服务的国家和地区。',
    '7. 诚实计数。不买粉，不用机器人，不用自己的小号走自己的链接，不以未经本计划批准的奖励换取注册。',
    '8. 照看好你的社区。提醒大家防范假冒者，绝不索要密码、密钥或验证码，账户问题请转交交易所客服。',
    '9. 出了差错就改正：更正内容，说明已更正，并在 24 小时内告知你的地区经理。',
    '后果。举报会立案。你会被告知事由，可以看到证据，并有 72 小时作出回应。结果可能是不予处理、警告、暂停，或由两人共同决定退出计划。每项决定你都可以申诉一次，由未参与原决定的人处理。此前已属于你的，仍归你所有。',
  ].join('\n\n'),
  ru: [
    '1. Говорите, кто вы. Каждый, кто вас читает, слышит или смотрит, узнаёт, что вы партнёр BitMart и можете получать комиссию: в самой публикации, на её языке и до первой ссылки. Пометки в профиле недостаточно.',
    '2. Ничего не обещайте. Никакой гарантированной или ожидаемой прибыли, никакого «без риска», никаких прогнозов цены под видом фактов, никаких скриншотов с доходом без убытков рядом. Объясняйте, что делает продукт и что может пойти не так.',
    '3. Говорите о BitMart правду. Комиссии, акции и функции приводятся такими, какими они указаны на официальных страницах в этот день. Вы партнёр, а не сотрудник: вы говорите от своего имени и ничего не подписываете от имени биржи.',
    '4. Используйте бренд так, как он вам передан. Логотипы и картинки берутся из материалов программы и не изменяются. Ни канал, ни аккаунт, ни домен, ни реклама не должны выглядеть как официальные. Нельзя покупать название бренда как ключевое слово в поисковой рекламе.',
    '5. Публикуйте своё. Цитируйте других с именем и ссылкой. Текст или картинку, созданные машиной, вы проверяете перед публикацией.',
    '6. Уважайте людей. Без спама, без непрошеных личных сообщений, без ненависти и травли. Ничего для несовершеннолетних и для стран, где биржа не оказывает услуг.',
    '7. Считайте честно. Без накрученных подписчиков, без ботов, без собственных аккаунтов по своей ссылке, без наград за регистрацию, которых программа не одобрила.',
    '8. Берегите своё сообщество. Предупреждайте о самозванцах, никогда не спрашивайте пароли, ключи и коды, а с вопросами об аккаунте направляйте в поддержку биржи.',
    '9. Если что-то пошло не так, исправьте: поправьте публикацию, скажите об этом и сообщите региональному менеджеру в течение 24 часов.',
    'Последствия. По жалобе открывается дело. Вам сообщают, о чём оно, вы видите доказательства и отвечаете в течение 72 часов. Оно может закончиться ничем, предупреждением, приостановкой или, по решению двух человек, исключением из программы. Каждое решение можно обжаловать один раз: жалобу рассмотрит тот, кто в нём не участвовал. Что к этому времени стало вашим, вашим и останется.',
  ].join('\n\n'),
  es: [
    '1. Di quién eres. Quien te lee, te escucha o te ve sabe que eres partner de BitMart y que puedes ganar una comisión: en la propia publicación, en su idioma y antes del primer enlace. No basta con ponerlo en el perfil.',
    '2. No prometas nada. Ni ganancias garantizadas o esperadas, ni «sin riesgo», ni precios futuros presentados como hechos, ni capturas de ganancias sin las pérdidas al lado. Explica qué hace un producto y qué puede salir mal.',
    '3. Di la verdad sobre BitMart. Comisiones, campañas y funciones se citan tal como figuran ese día en las páginas oficiales. Eres partner, no parte de la plantilla: hablas por tu cuenta y no firmas nada en nombre del exchange.',
    '4. Usa la marca tal como se te entrega. Los logotipos y las imágenes salen de los materiales del programa y no se alteran. Ningún canal, cuenta, dominio o anuncio puede parecer oficial. No se puja por el nombre de la marca en los buscadores.',
    '5. Publica contenido propio. Cita a otras personas con su nombre y un enlace. Lo que haya hecho una máquina lo revisas antes de publicarlo.',
    '6. Respeta a la gente. Nada de spam, mensajes privados no pedidos, odio ni acoso. Nada dirigido a menores ni a países en los que el exchange no ofrece sus servicios.',
    '7. Cuenta con honradez. Ni seguidores comprados, ni bots, ni cuentas tuyas detrás de tu enlace, ni premios por registrarse que el programa no haya aprobado.',
    '8. Cuida de tu comunidad. Avisa de los impostores, no pidas nunca contraseñas, claves ni códigos, y remite los problemas de cuenta al soporte del exchange.',
    '9. Si algo sale mal, arréglalo: corrige la publicación, di que lo has hecho y avisa a tu responsable regional en un plazo de 24 horas.',
    'Qué pasa después. Una denuncia abre un caso. Se te dice de qué trata, ves las pruebas y tienes 72 horas para responder. Puede acabar en nada, en un aviso, en una suspensión o, si así lo deciden dos personas, en la salida del programa. Puedes apelar cada decisión una vez, ante alguien que no participó en ella. Lo que ya era tuyo sigue siéndolo.',
  ].join('\n\n'),
}

const disclosure = {
  en: 'Under everything you publish for the programme stands: “I am a BitMart partner and may earn a commission. Digital assets are risky; you can lose all of your money.”',
  'zh-CN':
    '你为本计划发布的所有内容都会注明：“我是 BitMart 合作伙伴，可能获得佣金。数字资产有风险，你可能损失全部资金。”',
  ru: 'Под всем, что вы публикуете для программы, стоит: «Я партнёр BitMart и могу получать комиссию. Цифровые активы — это риск: вы можете потерять все свои деньги».',
  es: 'Bajo todo lo que publiques para el programa constará: «Soy partner de BitMart y puedo ganar una comisión. Los activos digitales conllevan riesgo; puedes perder todo tu dinero».',
}

const disclaimer = {
  en: [
    'What this bot and the programme’s partners say is information. It is not investment, legal or tax advice, and not an offer to buy or sell anything.',
    'Partners are independent of BitMart. They may earn a commission when people register or trade through them, and they answer for what they publish themselves.',
    'Not every product is offered in every country. Whether you may use one is decided by the law of the place where you are and by the exchange’s terms of use, which come before anything written here.',
    'Red packets, airdrops, task rewards and commissions follow the rules that are shown with each of them. Nothing is owed before it is recorded as yours.',
    'Nobody of the programme ever asks you for a password, a private key, a seed phrase or a code. Whoever does is not one of us: use /contact.',
  ].join('\n\n'),
  'zh-CN': [
    '本机器人及本计划合作伙伴所说的内容仅供参考，不构成投资、法律或税务建议，也不是买卖任何资产的要约。',
    '合作伙伴独立于 BitMart。有人通过其注册或交易时，合作伙伴可能获得佣金，并对自己发布的内容负责。',
    '并非所有产品都在所有国家和地区提供。你能否使用，取决于所在地法律和交易所的使用条款；两者均优先于此处文字。',
    '红包、空投、任务奖励和佣金遵循各自所示的规则。在记录为你所有之前，不产生任何应付义务。',
    '本计划的任何人都不会向你索要密码、私钥、助记词或验证码。索要者不是我们的人，请使用 /contact 核实。',
  ].join('\n\n'),
  ru: [
    'То, что говорят этот бот и партнёры программы, — информация. Это не инвестиционная, юридическая или налоговая консультация и не предложение что-либо купить или продать.',
    'Партнёры независимы от BitMart. Они могут получать комиссию, когда люди регистрируются или торгуют через них, и сами отвечают за то, что публикуют.',
    'Не каждый продукт доступен в каждой стране. Можете ли вы им пользоваться, решают закон места, где вы находитесь, и правила пользования биржи; они важнее всего, что написано здесь.',
    'Красные конверты, аирдропы, награды за задания и комиссии подчиняются правилам, которые показаны при каждом из них. Пока сумма не записана за вами, никто её вам не должен.',
    'Никто из программы никогда не попросит у вас пароль, закрытый ключ, сид-фразу или код. Кто просит, тот не от нас: проверьте через /contact.',
  ].join('\n\n'),
  es: [
    'Lo que dicen este bot y los partners del programa es información. No es asesoramiento de inversión, legal ni fiscal, ni una oferta para comprar o vender nada.',
    'Los partners son independientes de BitMart. Pueden ganar una comisión cuando alguien se registra u opera a través de ellos, y responden de lo que publican.',
    'No todos los productos se ofrecen en todos los países. Si puedes usar uno lo deciden la ley del lugar donde estás y las condiciones de uso del exchange, que prevalecen sobre lo escrito aquí.',
    'Los sobres rojos, los airdrops, las recompensas por tareas y las comisiones siguen las reglas que se muestran con cada uno. Nada se debe antes de constar como tuyo.',
    'Nadie del programa te pedirá nunca una contraseña, una clave privada, una frase semilla ni un código. Quien lo haga no es de los nuestros: compruébalo con /contact.',
  ].join('\n\n'),
}

const risk = {
  en: [
    'Prices of digital assets move fast and far. You can lose all of the money that you put in, within minutes.',
    'With futures and other leveraged products you can lose more quickly still: a small move against you may close your position and take what secured it.',
    'What happened in the past says nothing about what comes. A campaign, a bonus or somebody’s success is no reason to trade.',
    'Assets can become impossible to sell, networks can fail, keys can be lost, and laws can change. Deposits are not covered by a state guarantee scheme.',
    'Put in only what you can do without. If you are not sure, do nothing, and ask somebody independent who is licensed to advise you. If trading stops being a choice, take a break and look for help.',
  ].join('\n\n'),
  'zh-CN': [
    '数字资产价格波动快、幅度大。你投入的资金可能在几分钟内全部损失。',
    '合约等杠杆产品的亏损来得更快：一次不利的小幅波动就可能使仓位被平，保证金归零。',
    '过往表现不代表未来。活动、奖励或他人的成功都不是交易的理由。',
    '资产可能无法卖出，网络可能故障，密钥可能丢失，法律可能改变。存入的资产不受政府存款保障。',
    '只投入你输得起的钱。拿不准就什么都不做，并咨询独立的持牌顾问。如果交易已经不由自己控制，请停下来并寻求帮助。',
  ].join('\n\n'),
  ru: [
    'Цены цифровых активов меняются быстро и сильно. Вы можете потерять все вложенные деньги за несколько минут.',
    'С фьючерсами и другими продуктами с плечом потерять можно ещё быстрее: небольшое движение против вас закроет позицию и заберёт обеспечение.',
    'Прошлое ничего не говорит о будущем. Акция, бонус или чужой успех — не причина торговать.',
    'Актив может стать невозможно продать, сеть может отказать, ключи могут потеряться, законы могут измениться. Государственной гарантии вкладов здесь нет.',
    'Вкладывайте только то, без чего обойдётесь. Если не уверены, не делайте ничего и спросите независимого специалиста с лицензией. Если торговля перестала быть вашим выбором, сделайте перерыв и обратитесь за помощью.',
  ].join('\n\n'),
  es: [
    'Los precios de los activos digitales se mueven rápido y mucho. Puedes perder todo el dinero que pongas en cuestión de minutos.',
    'Con los futuros y otros productos apalancados puedes perder aún más deprisa: un pequeño movimiento en tu contra puede cerrar tu posición y llevarse la garantía.',
    'Lo que pasó no dice nada de lo que vendrá. Una campaña, un bono o el éxito de otra persona no son motivo para operar.',
    'Un activo puede volverse invendible, una red puede fallar, las claves se pueden perder y las leyes pueden cambiar. Los depósitos no están cubiertos por ningún fondo de garantía estatal.',
    'Pon solo lo que te puedas permitir perder. Si tienes dudas, no hagas nada y pregunta a alguien independiente con licencia para asesorarte. Si operar deja de ser una elección, para y busca ayuda.',
  ].join('\n\n'),
}

export const bitmartTexts = {
  guidelines: [{ ...FIRST, words: guidelines, brief: guidelinesBrief, note: notLegal }],
  disclosure: [{ ...FIRST, words: disclosure, note: notLegal }],
  disclaimer: [{ ...FIRST, words: disclaimer, note: notLegal }],
  risk: [{ ...FIRST, words: risk, note: notLegal }],
}
