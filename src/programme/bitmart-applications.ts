/** How BitMart's programme takes partners in. */
import { bitmartRegions } from './bitmart-regions.js'
import { ourWords } from './words.js'

const FOCUS = ['content', 'community', 'advocacy', 'acquisition']

function asked(id: string, kind: string, more: Record<string, unknown> = {}) {
  const ask = ourWords(`question-${id}.ask`)
  const label = ourWords(`question-${id}`)
  return { id, kind, ask, label, hint: ourWords(`question-${id}.hint`), ...more }
}

function because(id: string, reapply: string) {
  return { id, words: ourWords(`reason-${id}`), next: ourWords(`reason-${id}.next`), reapply }
}

export const bitmartApplications = {
  questions: [
    asked('region', 'region', {
      choices: bitmartRegions.map(({ id, words }) => ({ value: id, words })),
    }),
    asked('language', 'language', {
      choices: ['en', 'zh-CN', 'ru', 'es'].map((value) => ({ value, words: ourWords(`choice-${value}`) })),
    }),
    asked('focus', 'several', {
      choices: FOCUS.map((value) => ({ value, words: ourWords(`focus-${value}`) })),
    }),
    asked('channels', 'channels'),
    asked('communities', 'communities', { required: false }),
    asked('experience', 'text', { required: false }),
    asked('email', 'email'),
    asked('uid', 'uid'),
    asked('why', 'text', { least: 20, most: 1000 }),
  ],
  eligibility: { followers: 500, community: 200 },
  answerHours: 72,
  reasons: [
    because('audience', '30-days'),
    because('unproven', 'at-once'),
    because('incomplete', 'at-once'),
    because('content', '30-days'),
    because('region', '30-days'),
    because('fake', 'never'),
  ],
}
