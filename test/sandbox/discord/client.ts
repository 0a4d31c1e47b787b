/** A real discord.js on a sandbox of its own, and the plain REST beside it. */
import { Client, type ClientOptions, Events, GatewayIntentBits, REST } from 'discord.js'
import { demoCommunity } from '../../../src/sandbox/community.js'
import {
  createDiscordSandbox,
  type DiscordSandbox,
  type DiscordSandboxOptions,
} from '../../../src/sandbox/discord/discord.js'

export const LOUNGE = '800000000000002001'
export const DROPS = '800000000000002002'

/** Fast windows, so that a test need not wait for a bucket; what limits do is tested with their own. */
const QUICK = { limit: 1000, per: 1000 }

export async function startSandbox(options: Partial<DiscordSandboxOptions> = {}): Promise<DiscordSandbox> {
  const sandbox = createDiscordSandbox({
    community: demoCommunity(),
    identifyWindowMs: 0,
    global: { limit: 100_000, per: 1000 },
    rates: {
      message: QUICK,
      messageEdit: QUICK,
      webhook: QUICK,
      command: QUICK,
      pin: QUICK,
      reaction: QUICK,
      member: QUICK,
      invite: QUICK,
    },
    ...options,
  })
  await sandbox.listen()
  return sandbox
}

/**
 * Sends by Node's own fetch: by default it is sent by whichever undici the process has loaded first, and one
 * of them does not know the other's forms.
 */
const SENDING = { retries: 0, makeRequest: fetch as never }

export function restOf(sandbox: DiscordSandbox): REST {
  return new REST({ api: sandbox.root, version: '10', ...SENDING }).setToken(sandbox.token)
}

export async function login(
  sandbox: DiscordSandbox,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: sandbox.root, ...SENDING },
    ...options,
  })
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(sandbox.token)
  return ready
}

/** The rejection of a promise that must not resolve. */
export async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('was not refused')
    },
    (error: unknown) => error,
  )
}
