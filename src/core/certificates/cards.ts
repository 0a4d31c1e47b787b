/** The certificate of a partner, drawn when it is sent, and the welcome that it comes with. */
import type { FileMaker } from '../../interaction/attach.js'
import type { Button, View, ViewFile } from '../../interaction/view.js'
import { drawable } from '../../kit/drawn-text.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import type { Region } from '../../programme/regions.js'
import { textOf } from '../../programme/words.js'
import type { Work } from '../../storage/storage.js'
import { joinButton } from '../groups/cards.js'
import { openInvites } from '../groups/groups.js'
import { nameOf } from '../members/members.js'
import { type Choose, tellMember } from '../notices/notices.js'
import { isCertified, type PartnerRow, partnerNumbered } from '../partners/partners.js'
import { holdersOf } from '../roles/roles.js'
import { certificateSvg } from './certificate.js'

/** Names the maker of certificates; the subject is a partner's number. */
export const CERTIFICATE_FILE = 'partner-certificate'

export function certificateOf({ id }: Pick<PartnerRow, 'id'>): ViewFile {
  return {
    kind: 'picture',
    name: `certificate-${id}.png`,
    about: text('certificate-about', { number: String(id) }),
    from: { maker: CERTIFICATE_FILE, subject: String(id) },
  }
}

/** Nothing for whoever is no active partner now. Goes by the programme of this moment. */
export function certificateFile(programme: () => Programme): FileMaker {
  return async ({ look, locale, speech, draw }, subject) => {
    const found = await look(async (work) => {
      const row = await partnerNumbered(work, Number(subject))
      return isCertified(row) ? { row, name: await nameOf(work, row.member) } : undefined
    })
    if (!found) return undefined
    const { row, name } = found
    const { brand, regions, tiers, name: called } = programme()
    const say = (words: Text) => speech.plain(locale, words)
    const number = String(row.id)
    const region = regions.find(({ id }) => id === row.region)
    const tier = tiers?.list.find(({ id }) => id === row.tier)
    const svg = certificateSvg({
      issuer: called,
      heading: say(text('certificate-heading')),
      awarded: say(text('certificate-awarded')),
      name: drawable(name) || `#${row.member}`,
      title: brand ? say(textOf(brand.title)) : called,
      details: [
        say(text('certificate-number', { number })),
        ...(tier ? [say(text('certificate-tier', { tier: textOf(tier.words) }))] : []),
        ...(region ? [say(text('certificate-region', { region: textOf(region.words) }))] : []),
        say(text('certificate-date', { at: { day: row.since } })),
      ],
    })
    return { bytes: await draw(svg), mime: 'image/png' }
  }
}

export interface WelcomeDeps {
  regions: readonly Region[]
  hasGuides: boolean
  choose: Choose
}

/** Managers that are introduced at most. */
const MANAGERS_SHOWN = 5

/** Somebody has become an active partner: the certificate, and who and what helps from now on. */
export async function welcome(work: Work, row: PartnerRow, deps: WelcomeDeps): Promise<void> {
  const invites = await openInvites(work, row.member)
  const view: View = {
    text: [
      text('certificate-welcome', { number: String(row.id) }),
      ...(await managerLines(work, row)),
      ...(deps.hasGuides ? [text('certificate-guide')] : []),
    ],
    files: [certificateOf(row)],
    // Private messages alone carry it.
    rows: [...(invites.length > 0 ? [invites.map(joinButton)] : []), ...rowsFor(row, deps)],
    tone: 'success',
  }
  await tellMember(work, { key: `welcome:${row.id}:${row.spell}`, member: row.member, view }, deps.choose)
}

/** Who looks after the partner from now on; none where the region has no manager. */
export async function managerLines(work: Work, row: PartnerRow): Promise<Text[]> {
  const names = await managersOf(work, row)
  return names.length > 0 ? [text('certificate-managers', { names: names.join(', ') })] : []
}

/** Who looks after the region, the longest first. */
async function managersOf(work: Work, { member, region }: PartnerRow): Promise<string[]> {
  const others = (await holdersOf(work, 'regional_manager', region)).filter((one) => one !== member)
  return Promise.all(others.slice(0, MANAGERS_SHOWN).map((one) => nameOf(work, one)))
}

function rowsFor({ region }: PartnerRow, { regions, hasGuides }: WelcomeDeps): Button[][] {
  const guide: Button = {
    kind: 'press',
    label: text('certificate-open-guide'),
    press: { command: 'guide', values: {} },
  }
  return [...contactRows(region, regions), ...(hasGuides ? [[guide]] : [])]
}

/** Where people of a region are helped. */
export function contactRows(region: string | null, regions: readonly Region[]): Button[][] {
  const contact = regions.find(({ id }) => id === region)?.contact
  return contact ? [[{ kind: 'link', label: textOf(contact.label), url: contact.url }]] : []
}
