/**
 * Why the sandbox says no. A code goes over the wire, with what its words need; the words are the page's
 * (`sandbox-no-<code>`), in the language of whoever reads. What the platforms' own APIs answer the bot is no
 * reason of ours and stays in their words.
 */

/** The codes, each with the names of what its words need. */
export const REASONS = {
  // In both apps.
  'not-in-chat': ['name'],
  'message-gone': [],
  'no-button': [],
  'button-disabled': [],
  'reply-gone': [],
  empty: [],

  // In Telegram's.
  'not-on-telegram': [],
  'account-deleted': ['name'],
  'no-group': [],
  'not-in-group': ['name'],
  'in-group-already': ['name'],
  banned: ['name'],
  'admins-only': [],
  'admins-add-bot': [],
  'owner-stays': [],
  'bot-in-group': [],
  'bot-not-in-group': [],
  'invite-expired': [],
  'link-invalid': [],
  'never-started': [],
  'bot-blocked': [],
  'not-blocked': [],
  'not-deleted': [],
  'button-not-here': [],
  upgraded: [],
  'no-basic-group': [],
  'topic-gone': [],
  'topic-closed': [],
  muted: [],
  'own-only': [],

  // In Discord's.
  'not-on-discord': [],
  'one-server': [],
  'may-not-write': [],
  'strangers-barred': [],
  'file-too-large': ['megabytes'],
  'too-long': ['most'],
  'form-closed': [],
  'no-place': [],
  'no-command': ['name'],
  'no-subcommand': ['name'],
  'choose-subcommand': ['names'],
  'no-option': ['name'],
  'no-field': ['name'],
  required: ['name'],
  'choices-only': ['name'],
  'yes-or-no': ['name'],
  'text-only': ['name'],
  'length-between': ['name', 'least', 'most'],
  'number-only': ['name'],
  'whole-only': ['name'],
  'at-least': ['name', 'least'],
  'at-most': ['name', 'most'],
  'file-only': ['name'],
  'files-between': ['name', 'least', 'most'],
  'unknown-id': ['name'],
  'choose-between': ['least', 'most'],
  'not-on-menu': ['value'],

  // Of the page's own server.
  'nothing-here': [],
  'no-picture': [],
  'no-document': [],
  'no-person': ['name'],
  'no-platform': ['name'],
  'storm-running': [],
  unsupervised: [],
  'no-faults': [],
  'one-way': [],
  switching: [],
  'not-verified': [],
  'not-started': [],
  'no-entry': [],
  'no-records': [],
  'bot-away': [],
  'too-much': ['bytes'],
  malformed: ['fields'],
  foreign: [],
  mistake: [],
  unreachable: [],
} as const satisfies Record<string, readonly string[]>

type Code = keyof typeof REASONS

/** One of the codes, with what its words need. */
export type Reason = {
  [One in Code]: { code: One } & { [Name in (typeof REASONS)[One][number]]: string | number }
}[Code]

/** Thrown where somebody is told no. */
export class Denied extends Error {
  readonly reason: Reason
  constructor(reason: Reason) {
    super(Object.values(reason).join(' '))
    this.reason = reason
  }
}

export function deny(reason: Reason): never {
  throw new Denied(reason)
}
