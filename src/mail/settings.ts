/** What the environment says of mail. */
import { z } from 'zod'

export interface MailConfig {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
  url: string
  /** `Name <name@example.org>` or the address alone. */
  from: string
}

export const mailSettings = {
  SMTP_URL: z.string().refine(isSmtp, 'is no smtp:// or smtps:// address').optional(),
  MAIL_FROM: z
    .string()
    .refine((from) => senderOf(from) !== undefined, 'is no sender: a name and an address, or an address')
    .optional(),
}

export const MAIL_EXAMPLES = {
  SMTP_URL: 'smtp://user:password@smtp.example.org:587',
  MAIL_FROM: 'Partner Program <partners@example.org>',
}

export function mailOf(given: { SMTP_URL?: string; MAIL_FROM?: string }): { mail?: MailConfig } {
  const { SMTP_URL: url, MAIL_FROM: from } = given
  return url !== undefined && from !== undefined ? { mail: { url, from } } : {}
}

function isSmtp(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return /^smtps?:$/.test(protocol) && hostname !== ''
}

const SENDER = /^(?:([^<>"\r\n]{0,100}?)\s*<([^\s<>@,]+@[^\s<>@,]+)>|([^\s<>@,]+@[^\s<>@,]+))$/

export interface Sender {
  name: string
  address: string
}

/** Undefined for what is none. */
export function senderOf(from: string): Sender | undefined {
  const [, name = '', named, bare] = SENDER.exec(from.trim()) ?? []
  const address = named ?? bare
  return address === undefined ? undefined : { name: name.trim(), address }
}
