/**
 * The shipped default: BitMart's Community Partner Program. Policy only; nothing of it is in code elsewhere.
 */
export const bitmart = {
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
    senderQuarterMost: { USDT: '20000', BMX: '200000' },
    chatDayMost: { USDT: '5000', BMX: '50000' },
    conditions: [{ kind: 'not-sender' }],
    passphraseTries: 5,
  },
  treasury: { fourEyes: true },
}
