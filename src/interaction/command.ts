/** A command, defined once; menus, registrations, forms, presses and help are derived from it. */
import type { z } from 'zod'
import { Refusal, refuse } from '../kit/refusal.js'
import type { Text } from '../kit/text.js'
import type { Work } from '../storage/storage.js'
import type { ArgumentFacts } from './arguments.js'
import { argumentFacts } from './arguments.js'
import type { Account, Concerned, Elsewhere, Place, PlatformName, Standing, Survey } from './call.js'
import type { View } from './view.js'

/** Who is asking, as the house knows them. */
export interface Actor {
  member: number
  account: Account
  locale: string
  /** Roles of the programme, held by the person on every platform. */
  roles: readonly string[]
  /** Why they are stopped (`none`: nobody said), while they are: they have no say over others then. */
  stopped?: string
  /** When this house first met the account, ms since the epoch. */
  firstMet: number
  /** What the platform says of them in the place of this call; asked for only when the command needs it. */
  standing?: Standing
  /** The same of the chat of {@link Definition.actsIn}. */
  there?: Elsewhere
}

/** Where, as the house knows it. */
export interface Spot {
  /** Internal id of the chat; stays the same when a group becomes a supergroup. */
  chat: number
  place: Place
  kind: 'private' | 'group'
  title: string
  locale: string
}

/** One call, ready for a handler. */
export interface Context {
  work: Work
  actor: Actor
  spot: Spot
  /** Where the person is now, which a form may be answered in another place than it takes effect in. */
  here: Pick<Spot, 'chat' | 'kind'>
  /** Derived from the call: the same for every redelivery. Idempotency keys are made from it. */
  callKey: string
  platform: PlatformName
  /** Native id of the pressed or typed message. */
  message?: string
  /** The words of this call stand in a group for everybody to read (a command typed on Telegram). */
  isPublic: boolean
  /** How the one of {@link Definition.concerns} stands now. */
  concerned?: Concerned
  /** Of the chat of {@link Definition.surveys}; missing where the platform could not tell. */
  survey?: Survey
  /** True for the call that confirms a preview. */
  confirmed: boolean
  /** {@link Preview.basis} of the preview that this call confirms. */
  basis?: string
  /** Of the person, in the call that confirms a form. */
  cooldown?: Cooldown
}

/** Kept in memory (`gate.ts`), so that a unit of work may ask for it. */
export interface Cooldown {
  /** To be done now: why not, or undefined, and it counts from now on. */
  begin(command: AnyCommand): Refusal | undefined
  /** It was not done after all. */
  end(command: AnyCommand): void
}

/**
 * `anyone`; `moderator`: an admin of this chat by the platform's word, or programme staff; or any of the
 * named roles of the programme.
 */
export type Who = 'anyone' | 'moderator' | readonly string[]

type Shape = z.ZodRawShape
type Args<S extends Shape> = z.infer<z.ZodObject<S>>

/** A choice that only the database knows, for a form field. */
export interface LiveChoice {
  value: string
  /** A name of a person or chat, shown literally. */
  label: string
  /** The same in fewer words, which is enough to type where no other has them. */
  short?: string
}

/** The choices that somebody has, and what is said of the others instead of the hint. */
export interface Offered {
  values: readonly string[]
  hint?: Text
}

/** For whom live choices are looked up, and where; nothing is locked or written for it. */
export interface Chooser {
  work: Work
  actor: Pick<Actor, 'member'>
  spot: Pick<Spot, 'chat'>
  platform: PlatformName
}

/** How an argument of a long form is asked for. */
export interface Wording {
  ask: Text
  /** Its name, in a list of answers and on a button. */
  label: Text
  hint?: Text
  /** Words of a choice. */
  choice?(value: string): Text
  /** What is understood of an answer that is read as more than its words, shown before it is sent. */
  read?(answer: string): Text[]
  /** What of an answer was not understood, though it is taken: said at once, and once. */
  unclear?(answer: string): Text[]
  /** Must be read by itself: it never stands beside other questions in a modal. */
  alone?: boolean
}

/**
 * A form of many questions that may take days (`long-form.ts`): asked one after the other, in private, each
 * answer kept at once, shown in full before they are sent.
 */
export interface LongForm {
  /** Answers to begin with. Refuses whoever may not begin. */
  begin(context: Context, values: Readonly<Record<string, string>>): Promise<Record<string, string>>
  /** Keeps the answers so far, within the unit of each step. */
  keep(context: Context, answers: Readonly<Record<string, string>>): Promise<void>
  wording(argument: string): Wording
  /** Arguments that come along with a link and are not asked for. */
  unasked: readonly string[]
}

export interface Definition<S extends Shape> {
  /** The word people type; with a `-` inside it is reachable by buttons only. */
  name: string
  who: Who
  where: 'anywhere' | 'private' | 'group'
  args: z.ZodObject<S>
  /**
   * Least ms between two of them by one person; refused before any database work, at the confirm of a form
   * within its unit. What only asks or shows a preview is not counted.
   */
  cooldownMs?: number
  /** May be opened by a deep link `<name>_<value>_…`. */
  link?: boolean
  /**
   * Shows before doing: a form with this ends in a preview with a confirm button. A complete one-line call
   * does not.
   */
  preview?(context: Context, args: Args<S>): Promise<Preview | undefined>
  /**
   * Shows its preview even when nothing is missing, always or with these arguments: what cannot be undone is
   * never done by one tap. `leftOver`: what was typed fitted nothing and became the `rest`, so that it may be
   * a slip of the pen.
   */
  alwaysPreview?: boolean | ((args: Args<S>, leftOver: boolean) => boolean)
  /** Makes one person of whoever calls it and somebody else: afterwards they may not be who they were. */
  joinsPeople?: boolean
  /** Asked as a form of many questions, and typed without arguments. */
  long?: LongForm
  /** Refusals after which the form waits for another try, and the argument each is about. */
  triesAgain?: Readonly<Record<string, keyof S & string>>
  /**
   * What its questions are about, which stands above them: somebody answers what they see. Refuses what
   * `handle` would refuse whatever the answers are, so that nobody writes in vain. Only looks; `given`: the
   * arguments there are by now, as they will be handled.
   */
  about?(context: Context, given: Partial<Args<S>>): Promise<Text[]>
  /** Refuses answers that do not fit together (an amount, its asset) before others are asked for. Pure. */
  weigh?(given: Partial<Args<S>>): void
  /** What is shown when its form is cancelled; by default, that nothing was changed. */
  cancelled?(context: Context, answers: Readonly<Record<string, string>>): Promise<View>
  /** Optional arguments a preview offers to change. */
  adjustable?: readonly (keyof S & string)[]
  /** Choices of an argument that are rows and not words. Only looks. */
  choices?(
    chooser: Chooser,
    argument: keyof S & string,
    answers: Readonly<Record<string, string>>,
  ): Promise<LiveChoice[] | undefined>
  /** Which of the closed choices of an argument this person is offered; all where undefined. Only looks. */
  offered?(
    chooser: Chooser,
    argument: keyof S & string,
    answers: Readonly<Record<string, string>>,
  ): Promise<Offered | undefined>
  /** Words of a choice that is named by the programme file. */
  choiceWords?(argument: keyof S & string, value: string): Text | undefined
  /**
   * True when the platform must be asked about the actor here before the unit of work. Looks at committed
   * data, and only when it must: this is asked at every call.
   */
  needsStanding?(look: Look, values: Readonly<Record<string, string>>): Promise<boolean>
  /**
   * Long work on what is committed and never changes, before the unit of work and outside of it; it breathes,
   * so that others take their turns. Called with complete arguments, for anybody, also where `handle` is
   * refused later.
   */
  beforehand?(around: Around, args: Args<S>): Promise<void>
  /**
   * The number of another chat in which the command will act, so that the platform is asked how the actor
   * stands there, too.
   */
  actsIn?(values: Readonly<Record<string, string>>): number | undefined
  /**
   * Somebody else of whom it must be known how they stand in a chat, before the unit of work. Looks at
   * committed data.
   */
  concerns?(
    look: Look,
    values: Readonly<Record<string, string>>,
  ): Promise<{ member: number; chat: number } | undefined>
  /**
   * The platform is asked how large the chat of {@link concerns} is, or where nobody is concerned, this one.
   */
  surveys?: boolean
  handle(context: Context, args: Args<S>): Promise<View>
  /**
   * A hot command takes a list: calls that wait together are one unit of work. Results in the order of
   * `items`; a refusal undoes nothing of the others, so it must be decided before writing. `handle` is then
   * not used.
   */
  handleMany?(work: Work, items: readonly Item<Args<S>>[]): Promise<Outcome[]>
}

/** Reads committed data. */
export type Look = <T>(task: (work: Work) => Promise<T>) => Promise<T>

/** What there is outside of a unit of work. */
export interface Around {
  look: Look
  /** Lets everything else that is ready go first. */
  breathe(): Promise<void>
}

/** What a preview shows, and the words on its confirm button, amounts included. */
export interface Preview {
  view: View
  confirm: Text
  /**
   * What was understood by answers that may mean somebody else later, spelt so that they cannot (`#7` for a
   * name): the form keeps it instead of what was typed, and so does what it shows.
   */
  meant?: Readonly<Record<string, string>>
  /**
   * From which state it was drawn. The operation compares it under its locks, before it writes, and refuses
   * `preview-overtaken`: then the preview is shown again.
   */
  basis?: string
}

/**
 * Thrown by a handler that finds, looking at its subject, that an optional argument is needed after all
 * (a packet with a passphrase): the person is asked for it. Thrown before anything is written, for the form
 * that asks is kept in the same unit, and whatever was written before with it.
 */
export class Missing extends Error {
  readonly names: readonly string[]

  constructor(...names: string[]) {
    super(`missing: ${names.join(', ')}`)
    this.names = names
  }
}

export type Outcome = View | Refusal | Missing

/** One of the calls that a hot command handles together. */
export interface Item<A> {
  context: Omit<Context, 'work'>
  args: A
}

export interface Command<S extends Shape = Shape> extends Definition<S> {
  readonly facts: readonly ArgumentFacts[]
  readonly argumentNames: readonly string[]
  /**
   * The programme it was built by. What a preview showed is done by the same one only: under another it is
   * shown again.
   */
  readonly edition?: string
}

/**
 * What the catalogue holds: a command of any shape. Arguments have been checked by its own schema before use.
 */
// biome-ignore lint/suspicious/noExplicitAny: commands of different shapes have no narrower common type
export type AnyCommand = Command<any>

/** Defines a command. See {@link Definition}. */
export function command<S extends Shape>(definition: Definition<S>): Command<S> {
  const facts = argumentFacts(definition.args.shape)
  if (definition.handleMany && facts.some(({ file }) => file))
    throw new Error(`${definition.name}: a hot command takes no files`)
  return { ...definition, facts, argumentNames: facts.map(({ name }) => name) }
}

/**
 * Whether a person may use a command here, by role and place; the reason when not. Whoever is stopped decides
 * about nothing, neither by a role nor by the platform's word: their account may be in other hands.
 */
export function permission(
  { who, where }: Pick<AnyCommand, 'who' | 'where'>,
  actor: Pick<Actor, 'roles' | 'standing' | 'stopped'>,
  kind: Spot['kind'],
): 'allowed' | 'only-in-group' | 'only-in-private' | 'only-moderators' | 'only-roles' | 'frozen-staff' {
  if (where === 'group' && kind === 'private') return 'only-in-group'
  if (where === 'private' && kind === 'group') return 'only-in-private'
  if (who === 'anyone') return 'allowed'
  if (actor.stopped !== undefined) return 'frozen-staff'
  if (who === 'moderator') return moderates(actor) ? 'allowed' : 'only-moderators'
  return who.some((role) => actor.roles.includes(role)) ? 'allowed' : 'only-roles'
}

/** Why {@link permission} is refused, if so. `name`: the word of the command. */
export function permissionRefusal(
  asked: Pick<AnyCommand, 'name' | 'who' | 'where'>,
  { actor, spot }: Pick<Context, 'actor' | 'spot'>,
): Refusal | undefined {
  const verdict = permission(asked, actor, spot.kind)
  if (verdict === 'allowed') return undefined
  return new Refusal(verdict, { command: asked.name, reason: actor.stopped ?? 'none' })
}

/** Refuses `only-in-group`, `only-moderators`, `frozen-staff`. */
export function assertModerates(context: Pick<Context, 'actor' | 'spot'>, name: string): void {
  const refused = permissionRefusal({ name, who: 'moderator', where: 'group' }, context)
  if (refused) throw refused
}

/**
 * Who is to post in a chat must be in it now: having been met there is not enough, and roles do not help.
 * Who speaks in it is. Refuses `chat-outsider`, `chat-unsure` (the platform could not tell).
 */
export function assertBelongs({ actor, spot, here }: Context, chat: number): void {
  const isSpot = chat === spot.chat
  const standing = isSpot ? actor.standing : actor.there?.chat === chat ? actor.there.standing : undefined
  if (standing?.membership === 'outsider') refuse('chat-outsider')
  const isHeardThere = isSpot && here.chat === chat && here.kind === 'group'
  if (!isHeardThere && standing?.membership !== 'member') refuse('chat-unsure')
}

/** Staff who may do in every chat what its moderators may. */
const MODERATING_ROLES: readonly string[] = ['admin', 'risk_officer']

function moderates({ roles, standing }: Pick<Actor, 'roles' | 'standing'>): boolean {
  return standing?.isAdmin === true || roles.some((role) => MODERATING_ROLES.includes(role))
}
