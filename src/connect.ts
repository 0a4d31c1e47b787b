/** Which platforms run, by the settings. */
import type { Config } from './config.js'
import type { Speech } from './i18n/speech.js'
import type { LoadFile } from './interaction/attach.js'
import type { PlatformName } from './interaction/call.js'
import type { Platform } from './interaction/platform.js'
import type { ArgumentOrder } from './interaction/press.js'
import type { Hook } from './kit/hook.js'
import type { Log } from './kit/log.js'
import type { World } from './kit/world.js'
import { createDiscord } from './platforms/discord/discord.js'
import { createTelegram } from './platforms/telegram/telegram.js'

export type Connected = Platform & { hook?: Hook }

/** Makes the adapters; nothing is called yet. */
export function connect(
  { telegram, discord, publicUrl }: Config,
  common: { speech: Speech; world: World; log: Log; order: ArgumentOrder; load: LoadFile },
): Map<PlatformName, Connected> {
  const platforms = new Map<PlatformName, Connected>()
  if (telegram) {
    const { token, apiRoot, webhook } = telegram
    const mode = webhook
      ? { webhookUrl: `${publicUrl}/hooks/telegram`, secret: webhook.secret }
      : { polling: true as const }
    platforms.set('telegram', createTelegram({ ...common, token, apiRoot, mode }))
  }
  if (discord) platforms.set('discord', createDiscord({ ...common, ...discord }))
  return platforms
}
