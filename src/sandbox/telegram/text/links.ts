/** Web and tg links as the server checks and writes them [td LinkManager.cpp check_link]. */

/**
 * The link as Telegram stores it; throws an Error with the server's reason when it is none. `httpsOnly` is
 * for Web Apps.
 */
export function checkLink(link: string, httpsOnly = false): string {
  const wrong = (reason: string) => new Error(`URL '${link}' is invalid: ${reason}`)
  if (link.trim() === '' || /\s/.test(link)) throw wrong('Wrong HTTP URL')
  const tg = /^(tg|ton|tonsite):(?:\/\/)?([\w.-]+)(.*)$/i.exec(link)
  if (tg && httpsOnly) throw wrong(HTTPS_ONLY)
  if (tg) return `${tg[1]?.toLowerCase()}://${tg[2]?.toLowerCase()}${tg[3]}`
  const url = parse(link)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw wrong('Unsupported URL protocol')
  if (httpsOnly && url.protocol !== 'https:') throw wrong(HTTPS_ONLY)
  if (!url.hostname.includes('.') && !url.hostname.startsWith('[')) throw wrong('Wrong HTTP URL')
  return url.href
}

const HTTPS_ONLY = 'Only HTTPS links are allowed'

function parse(link: string): URL | undefined {
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(link) ? link : `http://${link}`
  return URL.canParse(whole) ? new URL(whole) : undefined
}

/** The link, or undefined when it is none: a bad link in a text is dropped silently. */
export function linkOrNothing(link: string): string | undefined {
  try {
    return checkLink(link)
  } catch {
    return undefined
  }
}

/** Id in a `tg://user?id=123` link. */
export function mentionedUser(link: string): number | undefined {
  const id = /^tg:(?:\/\/)?user\?id=(\d{1,15})$/i.exec(link)?.[1]
  return id ? Number(id) : undefined
}
