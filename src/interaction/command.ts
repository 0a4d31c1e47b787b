/** A command, defined once; menus, registrations, forms, presses and help are derived from it. */
import type { z } from 'zod'
import type { Refusal } from '../kit/refusal.js'
import type { Text } from '../kit/text.js'
import type { Work } from '../storage/storage.js'
import type { ArgumentFacts } from './arguments.js'
import { argumentFacts } from './arguments.js'
import type { Account, Place, PlatformName, Standing } from './call.js'
import type { View } from './view.js'

/** Who is asking, as the house knows them. */
export interface Actor {
  member: number
  account: Account
  locale: string
  /** Roles of the programme, held by the person on every platform. */
  roles: readonly string[]
  /** When this house first met the account, ms since the epoch. */
  firstMet: number
  /** What the platform says of them in the place of this call; asked for only when the command needs it. */
  standing?: Standing
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
  here: Spot['kind']
  /** Derived from the call: the same for every redelivery. Idempotency keys are made from it. */
  callKey: string
  platform: PlatformName
  /** Native id of the pressed or typed message. */
  message?: string
  /** The words of this call stand in a group for everybody to read (a command typed on Telegram). */
  isPublic: boolean
  /** True for the call that confirms a preview. */
  confirmed: boolean
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
}

export interface Definition<S extends Shape> {
  /** The word people type; with a `-` inside it is reachable by buttons only. */
  name: string
  who: Who
  where: 'anywhere' | 'private' | 'group'
  args: z.ZodObject<S>
  /** Least ms between two of them by one person; refused before any database work. */
  cooldownMs?: number
  /** May be opened by a deep link `<name>_<value>_…`. */
  link?: boolean
  /**
   * Shows before doing: a form with this ends in a preview with a confirm button. A complete one-line call
   * does not.
   */
  preview?(context: Context, args: Args<S>): Promise<Preview>
  /** Shows its preview even when nothing is missing: what cannot be undone is never done by one tap. */
  alwaysPreview?: boolean
  /** Refusals after which the form stays open for another try. */
  triesAgain?: readonly string[]
  /** Optional arguments a preview offers to change. */
  adjustable?: readonly (keyof S & string)[]
  /** Choices of an argument that are rows and not words. */
  choices?(
    context: Context,
    argument: keyof S & string,
    answers: Readonly<Record<string, string>>,
  ): Promise<LiveChoice[] | undefined>
  /**
   * True when the platform must be asked about the actor here before the unit of work. Looks at committed
   * data.
   */
  needsStanding?(work: Work, values: Readonly<Record<string, string>>): Promise<boolean>
  handle(context: Context, args: Args<S>): Promise<View>
  /**
   * A hot command takes a list: calls that wait together are one unit of work. Results in the order of
   * `items`; a refusal undoes nothing of the others, so it must be decided before writing. `handle` is then
   * not used.
   */
  handleMany?(work: Work, items: readonly Item<Args<S>>[]): Promise<Outcome[]>
}

/** What a preview shows, and the words on its confirm button, amounts included. */
export interface Preview {
  view: View
  confirm: Text
}

/**
 * Thrown by a handler that finds, looking at its subject, that an optional argument is needed after all
 * (a packet with a passphrase). Rolls back, and the person is asked for it.
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
}

/**
 * What the catalogue holds: a command of any shape. Arguments have been checked by its own schema before use.
 */
// biome-ignore lint/suspicious/noExplicitAny: commands of different shapes have no narrower common type
export type AnyCommand = Command<any>

/** Defines a command. See {@link Definition}. */
export function command<S extends Shape>(definition: Definition<S>): Command<S> {
  const facts = argumentFacts(definition.args.shape)
  return { ...definition, facts, argumentNames: facts.map(({ name }) => name) }
}

/** Whether a person may use a command here, by role and place; the reason when not. */
export function permission(
  { who, where }: Pick<AnyCommand, 'who' | 'where'>,
  actor: Pick<Actor, 'roles' | 'standing'>,
  kind: Spot['kind'],
): 'allowed' | 'only-in-group' | 'only-in-private' | 'only-moderators' | 'only-roles' {
  if (where === 'group' && kind === 'private') return 'only-in-group'
  if (where === 'private' && kind === 'group') return 'only-in-private'
  if (who === 'anyone') return 'allowed'
  if (who === 'moderator') return moderates(actor) ? 'allowed' : 'only-moderators'
  return who.some((role) => actor.roles.includes(role)) ? 'allowed' : 'only-roles'
}

/** Staff who may do in every chat what its moderators may. */
const MODERATING_ROLES: readonly string[] = ['admin', 'risk_officer']

function moderates({ roles, standing }: Pick<Actor, 'roles' | 'standing'>): boolean {
  return standing?.isAdmin === true || roles.some((role) => MODERATING_ROLES.includes(role))
}
