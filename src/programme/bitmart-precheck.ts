/**
 * Phrases that a BitMart partner's text must not have, and one of those that it must. A first net, written
 * for four languages: the operator's own cases make it finer.
 */

export const bitmartPrecheck = {
  disclosure: {
    phrases: {
      en: [
        'bitmart partner',
        'partner of|with bitmart',
        'may|can|could earn|receive a|some commission',
        'affiliate link',
      ],
      'zh-CN': ['bitmart 合作伙伴', '可能获得佣金', '可能会获得佣金', '推广链接'],
      ru: ['партнёр*|партнер* bitmart', 'могу получать|получить комиссию', 'партнёрская|партнерская ссылка'],
      es: [
        'partner|socio|socia de bitmart',
        'puedo ganar|recibir|cobrar una comisión',
        'enlace de afiliado|afiliada|referido',
      ],
    },
    instead: {
      en: 'Put this before the first link: “I am a BitMart partner and may earn a commission. Digital assets are risky; you can lose all of your money.”',
      'zh-CN':
        '请在第一个链接之前写上：“我是 BitMart 合作伙伴，可能获得佣金。数字资产有风险，你可能损失全部资金。”',
      ru: 'Напишите до первой ссылки: «Я партнёр BitMart и могу получать комиссию. Цифровые активы — это риск: вы можете потерять все свои деньги».',
      es: 'Ponlo antes del primer enlace: «Soy partner de BitMart y puedo ganar una comisión. Los activos digitales conllevan riesgo; puedes perder todo tu dinero».',
    },
  },
  claims: [
    {
      id: 'guaranteed',
      phrases: {
        en: [
          'guarantee*|assured|certain|sure … profit*|return*|income|gain*|earning*|yield*',
          'profit*|return*|income|gain*|yield* … guarantee*|assured',
          'always win|profit',
          'cannot|never lose',
          "can't|won't lose",
        ],
        'zh-CN': ['稳赚', '稳赚不赔', '保本', '包赚', '必赚', '保证收益', '保证盈利', '只赚不赔'],
        ru: [
          'гарантир*|гаранти* … прибыл*|доход*|заработ*|профит*',
          'прибыл*|доход*|заработ* … гарантир*',
          'верный|стопроцентный заработок|доход',
          'невозможно потерять',
        ],
        es: [
          'garantiz*|garantia|asegurad* … ganancia*|beneficio*|rentabilidad|ingreso*|retorno*',
          'ganancia*|beneficio*|rentabilidad|ingreso*|retorno* … garantiz*|asegurad*',
          'siempre ganas|ganaras',
          'nunca pierdes|perderas',
        ],
      },
      unless: {
        en: [
          'no|not|never|nothing|without|nobody|cannot|none … guarantee*',
          "isn't|aren't|don't|doesn't|can't … guarantee*",
          'guarantee* no|nothing',
        ],
        'zh-CN': [
          '不保证收益',
          '不能保证收益',
          '无法保证收益',
          '不保本',
          '不保证盈利',
          '没有人能保证收益',
          '不承诺保本',
        ],
        ru: ['не|никто|нет|без|никак* … гарантир*|гаранти*', 'не гарантир* … прибыл*|доход*'],
        es: ['no|nadie|sin|nunca|ningun* … garantiz*|garantia|asegurad*'],
      },
      why: {
        en: 'Nobody can promise a profit.',
        'zh-CN': '没有人能承诺收益。',
        ru: 'Прибыль не может обещать никто.',
        es: 'Nadie puede prometer una ganancia.',
      },
      instead: {
        en: 'Say what the product does, and: “You can lose money with it.”',
        'zh-CN': '请说明产品的功能，并写明：“使用它可能亏损。”',
        ru: 'Скажите, что делает продукт, и добавьте: «На этом можно потерять деньги».',
        es: 'Di qué hace el producto y añade: «Con esto se puede perder dinero».',
      },
    },
    {
      id: 'risk-free',
      phrases: {
        en: ['risk free', 'riskfree', 'riskless', 'zero|no|without risk', 'without any risk', '# % safe'],
        'zh-CN': ['零风险', '无风险', '没有风险', '# % 安全', '毫无风险'],
        ru: [
          'без риска|рисков',
          'безрисков*',
          'нулевой|никакого|никаких риск|риска|рисков',
          'риска|рисков нет',
          '# % безопасн*',
        ],
        es: [
          'sin riesgo|riesgos|riesgo',
          'libre de riesgo|riesgos',
          'cero riesgo|riesgos',
          'ningun riesgo',
          '# % segur*',
        ],
      },
      unless: {
        en: [
          'not|never|isn|nothing|nobody … risk free|riskless',
          'not|never without risk',
          'nothing is without risk',
        ],
        'zh-CN': ['并非零风险', '并非无风险', '不是零风险', '不是没有风险', '不存在零风险'],
        ru: ['не бывает … без риска|рисков', 'не … безрисков*'],
        es: ['no … sin riesgo|riesgos', 'no … libre de riesgo|riesgos', 'nada … sin riesgo|riesgos'],
      },
      why: {
        en: 'Digital assets always carry risk.',
        'zh-CN': '数字资产始终有风险。',
        ru: 'Цифровые активы — это всегда риск.',
        es: 'Los activos digitales siempre conllevan riesgo.',
      },
      instead: {
        en: 'Name the risk instead of denying it.',
        'zh-CN': '请说明风险，而不是否认风险。',
        ru: 'Назовите риск вместо того, чтобы его отрицать.',
        es: 'Nombra el riesgo en lugar de negarlo.',
      },
    },
    {
      id: 'multiples',
      phrases: {
        en: [
          '# x … profit*|return*|gain*|money|coin',
          '# % … daily|weekly|monthly',
          '# % … per|a|every|each day|week|month',
          'double|triple your money|deposit|investment',
          'get|become rich',
        ],
        'zh-CN': ['# 倍收益', '# 倍币', '日赚 #', '日收益 # %', '一夜暴富', '财富自由', '翻倍'],
        ru: [
          '# x … прибыл*|доход*',
          'иксы|иксов',
          '# % в день|неделю|месяц',
          'удво* … деньги|депозит|вложени*',
          'быстро разбогате*',
        ],
        es: [
          '# x … ganancia*|beneficio*|dinero',
          '# % al|por dia|semana|mes',
          '# % diario|diarios|semanal|mensual',
          'duplica|triplica tu|tus dinero|deposito|inversion',
          'hazte|hacerte rico|rica',
        ],
      },
      why: {
        en: 'A figure for a future gain reads as a promise.',
        'zh-CN': '给出未来收益的数字，会被理解为承诺。',
        ru: 'Число будущего дохода читается как обещание.',
        es: 'Una cifra de ganancia futura se lee como una promesa.',
      },
      instead: {
        en: 'Leave the figure out, or quote an official page with its date and conditions.',
        'zh-CN': '请去掉数字，或引用官方页面并注明日期和条件。',
        ru: 'Уберите число или сошлитесь на официальную страницу с датой и условиями.',
        es: 'Quita la cifra o cita una página oficial con su fecha y condiciones.',
      },
    },
    {
      id: 'pressure',
      phrases: {
        en: [
          'last chance',
          'before … too late',
          'act|buy|invest now',
          "don't miss out",
          'borrow … to invest|buy|trade',
          'all in',
        ],
        'zh-CN': ['最后机会', '最后的机会', '错过后悔', '马上上车', '赶紧上车', '梭哈', '借钱投资'],
        ru: [
          'последний шанс',
          'пока не поздно',
          'срочно покупай*|вкладывай*|инвестируй*',
          'возьми*|взять кредит',
          'на всю котлету',
        ],
        es: [
          'última oportunidad',
          'antes de que sea tarde',
          'compra|invierte ya|ahora',
          'no te lo pierdas',
          'pide|pedir un préstamo',
        ],
      },
      why: {
        en: 'Pressure makes people trade against their interest.',
        'zh-CN': '施压会让人作出不利于自己的交易。',
        ru: 'Под давлением люди торгуют себе во вред.',
        es: 'La presión lleva a operar contra el propio interés.',
      },
      instead: {
        en: 'Give the dates of a campaign plainly, and leave the decision to the reader.',
        'zh-CN': '直接写明活动日期，把决定留给读者。',
        ru: 'Просто назовите сроки акции и оставьте решение читателю.',
        es: 'Di las fechas de la campaña sin más y deja la decisión a quien lee.',
      },
    },
    {
      id: 'official',
      phrases: {
        en: [
          'official bitmart account|channel|group|support|admin',
          'bitmart official',
          'on behalf of bitmart',
          'i work for|at bitmart',
        ],
        'zh-CN': [
          'bitmart 官方账号',
          'bitmart 官方客服',
          'bitmart 官方群',
          '代表 bitmart',
          '我是 bitmart 员工',
        ],
        ru: [
          'официальн* канал|аккаунт|чат|поддержка bitmart',
          'от имени bitmart',
          'я сотрудник bitmart',
          'работаю в bitmart',
        ],
        es: [
          'canal|cuenta|grupo|soporte oficial de bitmart',
          'en nombre de bitmart',
          'trabajo en|para bitmart',
        ],
      },
      why: {
        en: 'Partners speak for themselves and not for the exchange.',
        'zh-CN': '合作伙伴只代表自己，不代表交易所。',
        ru: 'Партнёр говорит от своего имени, а не от имени биржи.',
        es: 'Un partner habla por su cuenta, no en nombre del exchange.',
      },
      instead: {
        en: 'Write “partner of BitMart”, and link to the official channel where you mean it.',
        'zh-CN': '请写“BitMart 合作伙伴”；若指官方渠道，请附上官方链接。',
        ru: 'Пишите «партнёр BitMart», а если речь об официальном канале, дайте на него ссылку.',
        es: 'Escribe «partner de BitMart» y enlaza el canal oficial cuando te refieras a él.',
      },
    },
  ],
}
