/**
 * What people do: drop packets, press what they see, answer what they are asked, tap twice, press old buttons
 * and forged ones. They see what the platforms show them and know nothing else.
 */
import type {
  Account,
  Call,
  Place,
  PlatformEvent,
  PlatformName,
  Request,
} from '../../src/interaction/call.js'
import type { ArgumentOrder } from '../../src/interaction/press.js'
import type { Answer, View } from '../../src/interaction/view.js'
import type { Shown } from './board.js'
import type { Chance } from './chance.js'
import type { History } from './history.js'
import type { News } from './inward.js'
import { dropLine, freezeLine, type Line, linkLine, PASSPHRASES, smallLine, treasuryLine } from './lines.js'
import { type Option, optionsOf, wordsFor } from './options.js'
import type { Server } from './platforms.js'
import type { Person, Town } from './town.js'

/** ms between seeing and doing. */
const THINKS = { least: 50, most: 6_000 }
/** Calls of one history, at most; some are short. */
const CALLS = { least: 6, most: 36 }
/** Of those who turn something: a group gets a new id. */
const MOVES = 0.3
/** What is about packets, wherever it is shown. */
const PACKETS = /^(packet-|verify$)/
/** Buttons that somebody remembers. */
const REMEMBERED = 60

/** How people are where the programme is at work. */
export interface Manners {
  /** Calls of the history, at most. */
  most: number
  /** ms between seeing and doing what one alone was shown. */
  thinksMost: number
  /** That one goes on with it. */
  eagerness: number
  /** How much people like to press what, before {@link LIKED}. */
  likes: Readonly<Record<string, number>>
  words: Readonly<Record<string, readonly string[]>>
  /** What somebody, by name, types of their own accord; in a group, or in private. */
  begins(): { name: string; line: Line; inGroup: boolean }
}

export interface Crowd {
  /** Somebody does something of their own accord. */
  act(): void
  /** Somebody begins something about the programme. */
  office(): void
  /** A message is there, or has changed. */
  sees(platform: PlatformName, shown: Shown, isNew: boolean): void
  /** Somebody whose two accounts are two people so far asks for a code with one of them. */
  links(): void
  hears(news: News, answer: Answer | undefined): void
  /** A person types a line in a place; for the closing phase. */
  types(person: Person, place: Place, line: Line): Call
  presses(person: Person, place: Place, data: string): void
  /** Nobody begins anything any more; who is asked to confirm what was asked for does, where `confirms`. */
  rest(confirms?: boolean): void
}

/** What somebody reacts to. */
type Seen = Pick<Shown, 'view' | 'message'>

interface Memory {
  option: Option
  place: Place
  message: string
  reader: string | undefined
}

export function crowdOf(
  history: History,
  town: Town,
  server: (name: PlatformName) => Server,
  order: ArgumentOrder,
  manners?: Manners,
): Crowd {
  const { scheduler } = history
  const chance = history.chance('crowd')
  const passphrase = () => (chance.happens(0.7) ? chance.pick(PASSPHRASES) : 'guess')
  const words = wordsFor(chance, passphrase, manners?.words)
  const memories: Memory[] = []
  /** Ids never meet those of another history on the same database: they begin at its own moment. */
  const first = Math.floor(history.trueTime() / 1000)
  const most = chance.between(CALLS.least, CALLS.most)
  let said = 0
  /** Calls by what everybody sees, and by what somebody alone was shown or began about the programme. */
  const spent = { common: 0, own: 0 }
  let resting = false
  let confirming = false

  function say(person: Person, place: Place, request: Request, message?: string): Call | undefined {
    const call = callOf(person, place, request, message)
    if (call) server(place.platform).inward.takes({ call })
    return call
  }

  function callOf(person: Person, place: Place, request: Request, message?: string): Call | undefined {
    const actor = town.accountOf(person, place.platform)
    if (!actor) return undefined
    said += 1
    const isDiscord = place.platform === 'discord'
    const isTyped = request.kind === 'typed' || request.kind === 'answered' || request.kind === 'opened'
    const isInGroup = isDiscord && place.kind === 'group'
    return {
      platform: place.platform,
      id: isDiscord ? String(BigInt(first) * 1_000_000_000n + BigInt(said)) : `update:${first + said}`,
      at: history.trueTime(),
      actor,
      place: { ...place },
      ...(isInGroup ? { standing: town.standing('discord', actor.id, place.chat) } : {}),
      request,
      ...(message ? { message } : isTyped ? { message: String(90_000 + said) } : {}),
      awaitsAnswer: !isTyped,
      handle: undefined,
    }
  }

  function type(person: Person, place: Place, { command, words: typed, values }: Line): Call | undefined {
    const request: Request =
      place.platform === 'discord'
        ? { kind: 'filled', command, values }
        : { kind: 'typed', command, words: typed }
    return say(person, place, request)
  }

  /** Where somebody is: mostly in a group of their platform. */
  function whereabouts(person: Person): Place {
    const platform = chance.pick(Object.keys(person.accounts) as PlatformName[])
    const groups = town.groups.filter((group) => group.platform === platform)
    const dm = town.dm(person, platform)
    return dm && chance.happens(0.2) ? dm : chance.pick(groups)
  }

  /** Whether this is enough for one history. */
  function isEnough(whose: keyof typeof spent): boolean {
    if (!manners) return said > most
    return spent[whose] > (whose === 'own' ? manners.most : most)
  }

  function act(): void {
    if (resting || isEnough('common')) return
    spent.common += 1
    const person = chance.pick(town.people)
    const place = whereabouts(person)
    const dice = chance.real()
    if (dice < 0.45) type(person, place, dropLine(chance, person, place.kind === 'private'))
    else if (dice < 0.6) type(person, place, smallLine(chance))
    else if (dice < 0.7 && (person.isOwner || chance.happens(0.1))) type(person, place, treasuryLine(chance))
    else if (dice < 0.75) type(person, place, freezeLine(chance, person.isOwner))
    else if (dice < 0.95) recall(person, place, dice < 0.83)
    else turn(person)
  }

  function office(): void {
    if (!manners || resting || isEnough('own')) return
    spent.own += 1
    const { name, line, inGroup } = manners.begins()
    const person = town.people.find((one) => one.name === name)
    const [platform] = Object.keys(person?.accounts ?? {}) as PlatformName[]
    if (!person || !platform) throw new Error(`nobody is called ${name}`)
    const group = town.groups.find((one) => one.platform === platform)
    const place = inGroup ? group : town.dm(person, platform)
    if (place) type(person, place, line)
  }

  /** An old button, or one that nobody showed: of another place, or with its words changed. */
  function recall(person: Person, place: Place, isForged: boolean): void {
    const memory = memories[chance.below(memories.length)]
    if (memory?.option.request.kind !== 'pressed') return
    const { data } = memory.option.request
    const forged = isForged ? mangled(chance, data) : data
    const there = isForged || memory.place.platform !== place.platform ? place : memory.place
    say(person, there, { kind: 'pressed', data: forged }, memory.message)
  }

  /** Somebody shuts the private chat or opens it again, or a group gets a new id. */
  function turn(person: Person): void {
    const platform = chance.pick(Object.keys(person.accounts) as PlatformName[])
    const account = town.accountOf(person, platform)
    if (!account) return
    if (platform === 'telegram' && chance.happens(MOVES)) moves(chance.pick(town.groups.slice(0, 2)))
    else shuts(account)
  }

  function shuts(account: Account): void {
    const { platform } = account
    said += 1
    const { shut, inward } = server(platform)
    const isShut = shut.has(account.id)
    if (isShut) shut.delete(account.id)
    else shut.add(account.id)
    const kind = isShut ? ('bot-unblocked' as const) : ('bot-blocked' as const)
    inward.takes({ event: { id: `update:${first + said}`, kind, account } satisfies PlatformEvent })
  }

  /** The group becomes a supergroup: another id, and its old messages are none of the new chat's. */
  function moves(group: Place): void {
    said += 1
    const from = group.chat
    const to = `-100${first + said}`
    town.move(group, to)
    const id = `update:${first + said}`
    server('telegram').inward.takes({ event: { id, kind: 'chat-migrated', platform: 'telegram', from, to } })
  }

  /** Those who see something press what it offers, each at their own pace, now and then twice. */
  function react(person: Person, place: Place, { view, message }: Seen, eagerness: number): void {
    const isAlone = eagerness === manners?.eagerness
    if (resting || (isEnough('common') && !(isAlone && !isEnough('own')))) return
    const options = optionsOf(view, place.platform, order, words)
    const option = likely(chance, options, manners?.likes)
    if (!option || !chance.happens(eagerness)) return
    const whose = isAlone && !PACKETS.test(option.name) ? 'own' : 'common'
    if (manners && isEnough(whose)) return
    spent[whose] += 1
    const most = whose === 'own' ? manners?.thinksMost : undefined
    scheduler.later(
      chance.between(THINKS.least, most ?? THINKS.most),
      `${person.name} ${option.name}`,
      () => {
        if (resting) return
        say(person, place, option.request, message)
        if (chance.happens(0.15)) say(person, place, option.request, message)
      },
    )
  }

  function remember(place: Place, shown: { view: View; message: string; reader?: string }): void {
    for (const option of optionsOf(shown.view, place.platform, order, words)) {
      memories.push({ option, place, message: shown.message, reader: shown.reader })
      if (memories.length > REMEMBERED) memories.splice(chance.below(memories.length), 1)
    }
  }

  /** A code was shown to one account: the other one types it. */
  function typesCode(person: Person, view: View): void {
    const shown = view.text.find(({ key }) => key === 'link-code')?.params?.code
    const other = town.otherOf(person)
    const place = other && town.dm(other, Object.keys(other.accounts)[0] as PlatformName)
    if (typeof shown !== 'string' || !place) return
    scheduler.later(chance.between(THINKS.least, THINKS.most), `${other.name} types a code`, () => {
      if (!resting) type(other, place, linkLine(shown))
    })
  }

  function links(): void {
    const person = chance.pick(town.people.filter((one) => town.otherOf(one) !== undefined))
    const dm = town.dm(person, Object.keys(person.accounts)[0] as PlatformName)
    if (!resting && dm) type(person, dm, linkLine())
  }

  return {
    act,
    office,
    links,
    rest(confirms = false) {
      resting = true
      confirming = confirms
    },
    types(person, place, line) {
      const call = type(person, place, line)
      if (!call) throw new Error(`${person.name} is not on ${place.platform}`)
      return call
    },
    presses: (person, place, data) => void say(person, place, { kind: 'pressed', data }),
    sees(platform, shown, isNew) {
      const place = { ...shown.place, platform }
      if (isNew) remember(place, shown)
      if (shown.reader !== undefined) {
        const reader = town.personOf(platform, shown.reader)
        if (reader && isNew) typesCode(reader, shown.view)
        if (reader && isNew) react(reader, place, shown, manners?.eagerness ?? 0.75)
        return
      }
      const here = town.people.filter(({ accounts }) => accounts[platform] !== undefined)
      for (const person of here) react(person, place, shown, isNew ? 0.6 : 0.08)
    },
    hears(news, answer) {
      if (!('call' in news) || !answer) return
      const { actor, place, platform, message = 'answer' } = news.call
      const person = town.personOf(platform, actor.id)
      if (!person) return
      remember(place, { view: answer.view, message })
      typesCode(person, answer.view)
      const confirm = optionsOf(answer.view, platform, order, words).find(
        ({ name }) => name === 'form confirm',
      )
      if (confirming && confirm) say(person, place, confirm.request, message)
      react(person, place, { view: answer.view, message }, manners?.eagerness ?? 0.7)
    },
  }
}

/** How much people like to press what; everything else once. */
const LIKED: Record<string, number> = {
  'packet-claim': 8,
  'treasury-approve': 8,
  'packet-approve': 8,
  'link-confirm': 12,
  'link-accept': 12,
  'form confirm': 8,
  write: 6,
  'form set': 4,
  'packet-panel': 3,
  'form cancel': 0.5,
  'packet-cancel': 0.7,
}

function likely(
  chance: Chance,
  options: readonly Option[],
  likes: Manners['likes'] = {},
): Option | undefined {
  const weights = options.map(({ name }) => likes[name] ?? LIKED[name] ?? 1)
  let left = chance.real() * weights.reduce((sum, weight) => sum + weight, 0)
  return options.find((_, at) => {
    left -= weights[at] ?? 0
    return left < 0
  })
}

function mangled(chance: Chance, data: string): string {
  const at = chance.below(data.length)
  return chance.happens(0.4)
    ? data
    : data.slice(0, at) + chance.pick(['', ':', 'x', '0', '\\']) + data.slice(at + 1)
}
