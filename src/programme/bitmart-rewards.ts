/** What BitMart's partners may earn, who grants which tier, and what comes beside it. */

export const bitmartRewards = {
  rates: { spotMost: '60', futuresMost: '70', forLife: true },
  tiers: {
    list: [
      {
        ...{ id: 'starter', rank: 1, spotMost: '40', futuresMost: '50' },
        words: { en: 'Starter', 'zh-CN': '新星', ru: 'Начальный', es: 'Inicial' },
      },
      {
        ...{ id: 'growth', rank: 2, spotMost: '50', futuresMost: '60' },
        words: { en: 'Growth', 'zh-CN': '成长', ru: 'Растущий', es: 'Crecimiento' },
      },
      {
        ...{ id: 'ambassador', rank: 3, spotMost: '60', futuresMost: '70' },
        words: { en: 'Ambassador', 'zh-CN': '大使', ru: 'Посол', es: 'Embajador' },
      },
    ],
    grants: { reviewer: 'starter', regional_manager: 'growth', admin: 'ambassador' },
  },
  fourEyes: { payoutAbove: { USDT: '1000' }, budgetAbove: { USDT: '1000' }, tierFrom: 'ambassador' },
  links: [
    {
      id: 'register',
      label: { en: 'Registration', 'zh-CN': '注册', ru: 'Регистрация', es: 'Registro' },
      template: 'https://www.bitmart.com/invite/{code}',
    },
  ],
  perks: [
    {
      id: 'welcome',
      label: {
        en: 'Registration reward',
        'zh-CN': '注册奖励',
        ru: 'Награда за регистрацию',
        es: 'Recompensa de registro',
      },
      words: {
        en: 'For a new account that is opened through a partner’s link and verified. The exchange’s page names the amount and the conditions of the day.',
        'zh-CN': '通过合作伙伴链接开户并完成认证的新用户可获得。金额和条件以交易所当日页面为准。',
        ru: 'За новый аккаунт, открытый по ссылке партнёра и подтверждённый. Сумма и условия дня указаны на странице биржи.',
        es: 'Por una cuenta nueva abierta con el enlace de un partner y verificada. La página del exchange indica el importe y las condiciones del día.',
      },
    },
    {
      id: 'airdrops',
      label: { en: 'Airdrops', 'zh-CN': '空投', ru: 'Аирдропы', es: 'Airdrops' },
      words: {
        en: 'Red packets and airdrops in the partner’s community, open to its members.',
        'zh-CN': '合作伙伴社区内的红包和空投，面向社区成员。',
        ru: 'Красные конверты и аирдропы в сообществе партнёра, открытые для его участников.',
        es: 'Sobres rojos y airdrops en la comunidad del partner, abiertos a sus miembros.',
      },
    },
  ],
  tasks: { reviewHours: 72, claimDays: 7, openMost: 3, rewardMost: { USDT: '200' } },
  leaderboard: {
    weights: { registrations: 10, activeTraders: 30, tasks: 15, events: 20, content: 10 },
    places: 10,
  },
}
