import { type Client, Events, MessageFlags } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Outcome } from '../../../src/sandbox/contract.js'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { LOUNGE, login, startSandbox } from './client.js'
import { slowClock } from './slow-clock.js'

const PRESSES = 1_000
const SHARES = 100

let sandbox: DiscordSandbox
let client: Client<true>
beforeEach(async () => {
  sandbox = await startSandbox(slowClock())
  client = await login(sandbox)
})
afterEach(async () => {
  await client.destroy()
  await sandbox.close()
})

test('a thousand people press at once over the gateway and each is answered by the callback', async () => {
  let left = SHARES
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isButton()) return
    const content = left > 0 ? 'yours' : 'too late'
    left -= 1
    void interaction.reply({ content, flags: MessageFlags.Ephemeral })
  })
  const channel = await client.channels.fetch(LOUNGE)
  if (!channel?.isSendable()) throw new Error('no lounge')
  const components = [{ type: 1, components: [{ type: 2, style: 3, label: 'Claim', custom_id: 'claim' }] }]
  const { id: message } = await channel.send({ content: 'Packet', components })
  const outcomes = await Promise.all(
    Array.from(
      { length: PRESSES },
      (_, n): Promise<Outcome> =>
        sandbox.act(`crowd-${n}`, { do: 'press', room: LOUNGE, message, data: 'claim' }),
    ),
  )
  const seen = outcomes.map((outcome) =>
    outcome.kind === 'message' && outcome.ephemeral
      ? (outcome.message as { content: string }).content
      : outcome.kind,
  )
  expect(seen.filter((content) => content === 'yours')).toHaveLength(SHARES)
  expect(seen.filter((content) => content === 'too late')).toHaveLength(PRESSES - SHARES)
  expect(sandbox.history(LOUNGE, 'crowd-5')).toHaveLength(2)
  expect(sandbox.history(LOUNGE, 'ana')).toHaveLength(1)
})
