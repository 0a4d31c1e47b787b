/** What BitMart's programme holds against partners. */
import { ourWords } from './words.js'

function offence(id: string, more: Record<string, boolean> = {}) {
  return { id, words: ourWords(`offence-${id}`), ...more }
}

export const bitmartCases = {
  reasons: [
    offence('promise'),
    offence('misleading'),
    offence('brand'),
    offence('defamation'),
    offence('disclosure'),
    offence('offensive'),
    offence('plagiarism'),
    offence('violence'),
    offence('sexual'),
    offence('spam'),
    offence('bots', { atOnce: true }),
    offence('selfref', { atOnce: true }),
    offence('market', { atOnce: true }),
    offence('country', { atOnce: true }),
    offence('other'),
    offence('warnings', { byRule: true }),
  ],
  replyHours: 72,
  remindHours: 24,
  appealDays: 14,
  holdHours: 72,
  suspensionDays: [7, 14, 30, 90],
  endDays: 14,
  warningDays: 365,
  warningsMost: 3,
  reportsPerDay: 5,
}

export const bitmartPartners = {
  idleDays: 60,
  returnDays: 90,
  tierNoticeDays: 30,
  inviteHours: 72,
  checklist: [{ kind: 'uid' }, { kind: 'terms' }, { kind: 'group' }, { kind: 'introduce' }],
}
