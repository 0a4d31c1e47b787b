/**
 * The environment, read and checked: names and texts in, a Config or every mistake at once out. Pure;
 * `main.ts` and `cli.ts` hand the environment in. `.env.example` documents the same names, and a test
 * compares the two lists.
 */
import { hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { StartError } from './kit/start-error.js'
import type { World } from './kit/world.js'
import { MAIL_EXAMPLES, type MailConfig, mailOf, mailSettings } from './mail/settings.js'
import { DEFAULT_URL } from './storage/open.js'
import { placeOf } from './storage/place.js'

export interface Config {
  /** `sandbox`: no token was given, so nothing real can be reached and nothing real is at stake. */
  mode: 'bot' | 'sandbox'
  telegram?: TelegramConfig
  discord?: DiscordConfig
  databaseUrl: string
  programmeFile?: string
  /** The first admins, each is one person by all their accounts. */
  owners: OwnerAccount[][]
  /** Without a slash at the end. */
  publicUrl?: string
  http: HttpConfig
  /** Where figures are shown, when apart from what the platforms reach. */
  figures?: Listening
  /** Without it no letters are written. */
  mail?: MailConfig
  log: LogConfig
}

export interface TelegramConfig {
  token: string
  apiRoot?: string
  /** Set when PUBLIC_URL is: updates come by webhook, else by long polling. */
  webhook?: { secret: string }
}

export interface DiscordConfig {
  token: string
  apiRoot?: string
  /** Hex. Interactions are taken over HTTP too. */
  publicKey?: string
}

export interface OwnerAccount {
  platform: 'telegram' | 'discord'
  id: string
}

export interface Listening {
  host: string
  port: number
}

export interface HttpConfig extends Listening {
  /** Nobody asked for this very port, so the sandbox may take the next one. */
  isDefaultPort: boolean
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export const LOG_FORMATS = ['pretty', 'json'] as const

export interface LogConfig {
  level: (typeof LOG_LEVELS)[number]
  format: (typeof LOG_FORMATS)[number]
}

export interface Circumstances {
  /** Somebody reads the output on a terminal: the log is pretty unless LOG_FORMAT says otherwise. */
  isTerminal: boolean
  /** `administer` works on the database alone, so that no token is needed anywhere. */
  purpose: 'run' | 'administer'
}

/** Reachable from this machine alone; a container or a machine without a proxy sets 0.0.0.0. */
const DEFAULT_HOST = '127.0.0.1'
const DEFAULT_PORT = 8080
/** Ports that Telegram's webhooks reach. Source: Bot API, setWebhook, notes. */
const TELEGRAM_PORTS = new Set(['', '443', '80', '88', '8443'])
const HOST = /^[\w.:-]{1,253}$/
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** A setting that is given; a blank one counts as left out. */
const setting = (pattern: RegExp, otherwise: string) => z.string().regex(pattern, otherwise).optional()

const webAddress = z
  .string()
  .refine(isPlainAddress, 'is no http or https address without user, ? and #')
  .transform((address) => address.replace(/\/+$/, ''))
  .optional()

/** Each message goes on after the variable's name; examples are in {@link EXAMPLES}. */
const environment = z.object({
  NODE_ENV: z.string().optional(),
  TELEGRAM_TOKEN: setting(/^\d{1,20}:[\w-]{10,100}$/, 'is no token as @BotFather gives it'),
  TELEGRAM_API_ROOT: webAddress,
  TELEGRAM_WEBHOOK_SECRET: setting(/^[\w-]{32,256}$/, 'needs 32 to 256 characters of A-Z a-z 0-9 _ -'),
  DISCORD_TOKEN: setting(/^[\w.-]{20,200}$/, 'is no token as the Discord developer portal gives it'),
  DISCORD_API_ROOT: webAddress,
  DISCORD_PUBLIC_KEY: setting(/^[0-9a-f]{64}$/i, 'needs 64 hexadecimal digits'),
  DATABASE_URL: z.string().default(DEFAULT_URL).superRefine(checkDatabase),
  PROGRAMME_FILE: z.string().optional(),
  OWNERS: z.string().default('').transform(readOwners),
  PUBLIC_URL: webAddress.refine(isReachable, 'must begin with https:// (http:// is for this machine alone)'),
  HTTP_HOST: setting(HOST, 'is no host name or IP address'),
  HTTP_PORT: z.string().optional().transform(readPort),
  METRICS_HOST: setting(HOST, 'is no host name or IP address'),
  METRICS_PORT: z.string().optional().transform(readPort),
  ...mailSettings,
  LOG_LEVEL: z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}`).optional(),
  LOG_FORMAT: z.enum(LOG_FORMATS, `is none of ${LOG_FORMATS.join(', ')}`).optional(),
})

type Environment = z.infer<typeof environment>

/** Every setting but NODE_ENV, which is Node's own. */
export type SettingName = Exclude<keyof Environment, 'NODE_ENV'>

const EXAMPLES: Record<SettingName, string> = {
  TELEGRAM_TOKEN: '123456789:AAHfiqksKZ8…',
  TELEGRAM_API_ROOT: 'https://api.telegram.org',
  TELEGRAM_WEBHOOK_SECRET: 'the output of `openssl rand -hex 32`',
  DISCORD_TOKEN: 'MTk4NjIyNDgz….Cl2FMQ.ZnCjm1XVW7v…',
  DISCORD_API_ROOT: 'https://discord.com/api',
  DISCORD_PUBLIC_KEY: 'the "Public Key" on the application\'s page',
  DATABASE_URL: 'file:data/bot.sqlite or postgres://user:password@host:5432/bot',
  PROGRAMME_FILE: 'programme.json',
  OWNERS: 'telegram:123+discord:456,telegram:789',
  PUBLIC_URL: 'https://bot.example.org',
  HTTP_HOST: '0.0.0.0',
  HTTP_PORT: '8080',
  METRICS_HOST: '0.0.0.0',
  METRICS_PORT: '9090',
  ...MAIL_EXAMPLES,
  LOG_LEVEL: 'info',
  LOG_FORMAT: 'json',
}

export const SETTING_NAMES = Object.keys(EXAMPLES) as SettingName[]

/** Its message has a line for each thing that is wrong. */
export class SettingsError extends StartError {
  constructor(problems: readonly string[]) {
    super(problems.join(' '), 'configuration')
    this.name = 'SettingsError'
    this.message = problems.join('\n')
  }
}

/** Throws a SettingsError with a line for each thing that is wrong. Repeats no value: it may be a secret. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  { isTerminal = false, purpose = 'run' }: Partial<Circumstances> = {},
): Config {
  const given = withoutBlanks(env)
  const parsed = environment.safeParse(given)
  const wrong = parsed.error?.issues.map(({ path, message }) => lineOf(path[0] as SettingName, message)) ?? []
  const problems = [...wrong, ...contradictions(given, purpose)]
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems)
  return configOf(parsed.data, isTerminal)
}

/** What must never be shown: tokens, the webhook secret, a database's password. */
export function secretsOf({ telegram, discord, databaseUrl, mail }: Config): string[] {
  const passwords = [databaseUrl, mail?.url ?? ''].flatMap(passwordsOf)
  const secrets = [telegram?.token, telegram?.webhook?.secret, discord?.token, ...passwords]
  return secrets.filter((secret) => secret !== undefined && secret !== '') as string[]
}

/**
 * 32 bytes for what we seal in the database: the same as long as the tokens are, and not to be had from a
 * database or a copy of one.
 */
export function sealKeyOf({ telegram, discord }: Config, world: Pick<World, 'random'>): Uint8Array {
  const tokens = [telegram?.token, discord?.token].filter((token) => token !== undefined)
  const secret = tokens.length > 0 ? JSON.stringify(tokens) : world.random(KEY_BYTES)
  return new Uint8Array(hkdfSync('sha256', secret, '', 'ledger checkpoints', KEY_BYTES))
}

const KEY_BYTES = 32

/** Settings that have a value. */
type Given = Partial<Record<keyof Environment, string>>

function withoutBlanks(env: Readonly<Record<string, string | undefined>>): Given {
  const known = ['NODE_ENV', ...SETTING_NAMES].map((name) => [name, env[name]?.trim() ?? ''] as const)
  return Object.fromEntries(known.filter(([, value]) => value !== ''))
}

function lineOf(name: SettingName, problem: string): string {
  return `${name} ${problem}. Example: ${EXAMPLES[name]}`
}

/** What is wrong between settings, each of which may be right. */
function contradictions(given: Given, purpose: Circumstances['purpose']): string[] {
  const hasToken = given.TELEGRAM_TOKEN !== undefined || given.DISCORD_TOKEN !== undefined
  if (purpose === 'run' && !hasToken && given.NODE_ENV === 'production') {
    return [
      lineOf(
        'TELEGRAM_TOKEN',
        'and DISCORD_TOKEN are both missing, and the sandbox does not run where NODE_ENV=production',
      ),
    ]
  }
  const { PUBLIC_URL: publicUrl } = given
  const webhook =
    publicUrl !== undefined && given.TELEGRAM_TOKEN !== undefined ? webhookProblems(publicUrl, given) : []
  const isUnsigned = given.SMTP_URL !== undefined && given.MAIL_FROM === undefined
  const mail = isUnsigned ? [lineOf('MAIL_FROM', 'is missing, and SMTP_URL is set')] : []
  return [...webhook, ...portProblems(given), ...mail]
}

/** Whoever reaches the one port would reach the other. */
function portProblems({ HTTP_PORT: http = String(DEFAULT_PORT), METRICS_PORT: metrics }: Given): string[] {
  if (metrics === undefined || Number(metrics) === 0 || Number(metrics) !== Number(http)) return []
  return [lineOf('METRICS_PORT', 'is the port of HTTP_PORT: figures need one of their own')]
}

function webhookProblems(publicUrl: string, given: Given): string[] {
  const problems: string[] = []
  if (given.TELEGRAM_WEBHOOK_SECRET === undefined) {
    const why = 'is missing: where PUBLIC_URL is set, Telegram proves itself by it'
    problems.push(lineOf('TELEGRAM_WEBHOOK_SECRET', why))
  }
  const isTelegramItself = given.TELEGRAM_API_ROOT === undefined
  const port = URL.canParse(publicUrl) ? new URL(publicUrl).port : ''
  if (isTelegramItself && !TELEGRAM_PORTS.has(port)) {
    const why = 'has a port that Telegram does not call: it calls 443, 80, 88 and 8443'
    problems.push(lineOf('PUBLIC_URL', why))
  }
  return problems
}

function configOf(given: Environment, isTerminal: boolean): Config {
  const telegram = telegramOf(given)
  const discord = discordOf(given)
  const mode = telegram || discord ? 'bot' : 'sandbox'
  return {
    mode,
    ...(telegram ? { telegram } : {}),
    ...(discord ? { discord } : {}),
    databaseUrl: given.DATABASE_URL,
    programmeFile: given.PROGRAMME_FILE,
    owners: given.OWNERS,
    publicUrl: given.PUBLIC_URL,
    http: {
      host: given.HTTP_HOST ?? DEFAULT_HOST,
      port: given.HTTP_PORT ?? DEFAULT_PORT,
      isDefaultPort: given.HTTP_PORT === undefined,
    },
    ...figuresOf(given),
    ...mailOf(given),
    log: logOf(given, mode, isTerminal),
  }
}

function figuresOf({
  METRICS_HOST: host = DEFAULT_HOST,
  METRICS_PORT: port,
}: Environment): Pick<Config, 'figures'> {
  return port === undefined ? {} : { figures: { host, port } }
}

/** In the sandbox the page's address shall stay in sight. */
function logOf(given: Environment, mode: Config['mode'], isTerminal: boolean): LogConfig {
  const isPretty = isTerminal && given.NODE_ENV !== 'production'
  return {
    level: given.LOG_LEVEL ?? (mode === 'sandbox' ? 'warn' : 'info'),
    format: given.LOG_FORMAT ?? (isPretty ? 'pretty' : 'json'),
  }
}

function telegramOf(given: Environment): TelegramConfig | undefined {
  const { TELEGRAM_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret } = given
  if (token === undefined) return undefined
  const webhook = given.PUBLIC_URL !== undefined && secret !== undefined ? { webhook: { secret } } : {}
  return { token, apiRoot: given.TELEGRAM_API_ROOT, ...webhook }
}

function discordOf(given: Environment): DiscordConfig | undefined {
  const { DISCORD_TOKEN: token, DISCORD_API_ROOT: apiRoot, DISCORD_PUBLIC_KEY: publicKey } = given
  return token === undefined ? undefined : { token, apiRoot, publicKey }
}

function isPlainAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, username, password, search, hash } = new URL(address)
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === ''
}

/** Telegram and Discord call https alone; a pretend one on this machine takes http. */
function isReachable(address: string | undefined): boolean {
  if (address === undefined) return true
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || LOOPBACK.test(hostname)
}

function checkDatabase(url: string, context: z.RefinementCtx): void {
  try {
    placeOf(url)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    context.addIssue({ code: 'custom', message: 'is no SQLite file and no PostgreSQL address' })
  }
}

const OWNER = /^(telegram|discord):([1-9]\d{0,19})$/

/** `telegram:123+discord:456,telegram:789`: two people, the first with two accounts. */
function readOwners(text: string, context: z.RefinementCtx): OwnerAccount[][] {
  const people = text.split(',').filter((person) => person.trim() !== '')
  const owners = people.map((person) => person.split('+').map((account) => ownerOf(account.trim())))
  if (owners.every((accounts) => accounts.every((account) => account !== undefined))) {
    return owners as OwnerAccount[][]
  }
  const message = 'has an entry that is not telegram: or discord: with a numeric account id'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

/** An account as OWNERS and the command line write it: `telegram:123`. */
export function ownerOf(text: string): OwnerAccount | undefined {
  const [, platform, id] = OWNER.exec(text) ?? []
  return id && (platform === 'telegram' || platform === 'discord') ? { platform, id } : undefined
}

/** 0 lets the system choose. */
function readPort(text: string | undefined, context: z.RefinementCtx): number | undefined {
  if (text === undefined || (/^\d{1,5}$/.test(text) && Number(text) <= 65_535)) {
    return text === undefined ? undefined : Number(text)
  }
  context.addIssue({ code: 'custom', message: 'is no port from 0 to 65535' })
  return z.NEVER
}

function passwordsOf(databaseUrl: string): string[] {
  if (!URL.canParse(databaseUrl)) return []
  const { password, searchParams } = new URL(databaseUrl)
  return [password, decoded(password), searchParams.get('password') ?? '']
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
