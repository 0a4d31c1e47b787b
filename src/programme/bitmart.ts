/**
 * The shipped default: BitMart's Community Partner Program. Policy only; nothing of it is in code elsewhere.
 */
import { bitmartApplications } from './bitmart-applications.js'
import { bitmartCases, bitmartPartners } from './bitmart-cases.js'
import { bitmartFaq } from './bitmart-faq.js'
import { bitmartGuides } from './bitmart-guides.js'
import { bitmartPrecheck } from './bitmart-precheck.js'
import { bitmartRegions } from './bitmart-regions.js'
import { bitmartRewards } from './bitmart-rewards.js'
import { bitmartTexts } from './bitmart-texts.js'

export const bitmart = {
  version: '2025-11',
  name: 'BitMart Community Partner Program',
  mainAsset: 'USDT',
  assets: [
    { code: 'USDT', scale: 6 },
    { code: 'BMX', scale: 8 },
  ],
  packets: {
    lifeHours: 24,
    shareLeast: { USDT: '0.01', BMX: '0.01' },
    most: { USDT: '10000', BMX: '100000' },
    approvalAbove: { USDT: '1000', BMX: '10000' },
    approvalHours: 24,
    senderQuarterMost: { USDT: '20000', BMX: '200000' },
    chatDayMost: { USDT: '5000', BMX: '50000' },
    conditions: [{ kind: 'not-sender' }],
    passphraseTries: 5,
  },
  treasury: { fourEyes: true },
  linking: { codeMinutes: 10, wrongMost: 5, pauseDays: 30, accountsMost: 4 },
  uid: { digitsLeast: 4, digitsMost: 20 },
  applications: bitmartApplications,
  partners: bitmartPartners,
  cases: bitmartCases,
  brand: {
    exchange: 'BitMart',
    title: {
      en: 'Community Partner',
      'zh-CN': '社区合作伙伴',
      ru: 'Партнёр сообщества',
      es: 'Partner de comunidad',
    },
    tagline: {
      en: 'Build a community, teach what you know, and share in what it brings.',
      'zh-CN': '建设社区，分享所知，共享成果。',
      ru: 'Стройте сообщество, делитесь знаниями и получайте долю от того, что это приносит.',
      es: 'Crea una comunidad, enseña lo que sabes y comparte lo que aporta.',
    },
    url: 'https://www.bitmart.com',
  },
  contacts: {
    channels: [
      {
        label: {
          en: 'Help centre',
          'zh-CN': '帮助中心',
          ru: 'Центр помощи',
          es: 'Centro de ayuda',
        },
        url: 'https://support.bitmart.com',
      },
      {
        label: { en: 'Website', 'zh-CN': '官网', ru: 'Сайт', es: 'Sitio web' },
        url: 'https://www.bitmart.com',
      },
    ],
    hours: {
      en: 'Applications and reports are looked at within 72 hours, every day.',
      'zh-CN': '申请和举报每天处理，72 小时内答复。',
      ru: 'Заявки и жалобы рассматриваются ежедневно, в течение 72 часов.',
      es: 'Las solicitudes y denuncias se atienden todos los días, en un plazo de 72 horas.',
    },
  },
  regions: bitmartRegions,
  texts: bitmartTexts,
  faq: bitmartFaq,
  guides: bitmartGuides,
  precheck: bitmartPrecheck,
  ...bitmartRewards,
}
