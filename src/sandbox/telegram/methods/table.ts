/** Every method by its name; what each takes is in rules.ts. */
import type { Method } from '../calls.js'
import { botProfile } from '../objects.js'
import { ApiRefusal } from '../refusal.js'
import { answerCallbackQuery } from './callbacks.js'
import * as chats from './chats.js'
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.js'
import * as deleting from './deleting.js'
import * as editing from './editing.js'
import * as links from './links.js'
import { PROFILE_METHODS } from './profile.js'
import { sendDocument, sendMessage, sendPhoto } from './sending.js'
import * as updates from './updates.js'

/** logOut and close move a bot between servers; there is only this one. */
const stays: Method = () => {
  throw new ApiRefusal(400, 'Bad Request: the sandbox bot stays on this server')
}

export const METHODS: Readonly<Record<string, Method>> = {
  getMe: ({ world }) => botProfile(world),
  ...updates,
  sendMessage,
  sendPhoto,
  sendDocument,
  ...editing,
  ...deleting,
  answerCallbackQuery,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  ...PROFILE_METHODS,
  ...chats,
  ...links,
  logOut: stays,
  close: stays,
}
