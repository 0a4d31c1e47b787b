/** All routes the sandbox serves, on one page. */
import type { Route } from './call.js'
import { applicationRoutes } from './routes/application.js'
import { guildRoutes } from './routes/guild.js'
import { interactionRoutes } from './routes/interaction.js'
import { inviteRoutes } from './routes/invite.js'
import { messageRoutes } from './routes/message.js'
import { pinRoutes } from './routes/pin.js'
import { reactionRoutes } from './routes/reaction.js'
import { userRoutes } from './routes/user.js'

/** Where two routes fit, the first wins; so `@me` and `pins` stand before parameters. */
export const routes: readonly Route[] = [
  ...interactionRoutes,
  ...pinRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...applicationRoutes,
  ...userRoutes,
  ...guildRoutes,
  ...inviteRoutes,
]
