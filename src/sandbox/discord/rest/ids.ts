/** Ids in paths: what is no snowflake is a wrong form and not an unknown thing. */
import { invalidForm } from '../api-error.js'
import { check } from '../rules/check.js'
import { snowflake, treeOf } from '../rules/rule.js'
import type { Match } from './router.js'

/** What the description calls the ids that our routes have in their paths. */
const NAMES: Readonly<Record<string, string>> = {
  application: 'application_id',
  channel: 'channel_id',
  command: 'command_id',
  guild: 'guild_id',
  interaction: 'interaction_id',
  message: 'message_id',
  role: 'role_id',
  user: 'user_id',
}
/** The first answer of an interaction, where a message's id would stand. */
const ORIGINAL = '@original'

/** Throws 400 50035. */
export function refuseStrangeIds({ route, params }: Match): void {
  const isWebhook = route.path.startsWith('/webhooks/')
  const findings = Object.entries(params).flatMap(([param, id]) => {
    const name = isWebhook && param === 'application' ? 'webhook_id' : NAMES[param]
    const isFirst = isWebhook && param === 'message' && id === ORIGINAL
    return name === undefined || isFirst ? [] : check(snowflake, id, [name])
  })
  const tree = treeOf(findings)
  if (tree) throw invalidForm(tree)
}
