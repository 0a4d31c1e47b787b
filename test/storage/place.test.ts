import { describe, expect, it } from 'vitest'
import { StartError } from '../../src/kit/start-error.js'
import { placeOf } from '../../src/storage/place.js'

describe('placeOf', () => {
  it.each([
    ['data/bot.sqlite', 'data/bot.sqlite'],
    ['/var/lib/bot.sqlite', '/var/lib/bot.sqlite'],
    ['file:data/bot.sqlite', 'data/bot.sqlite'],
    ['file:/var/bot.sqlite', '/var/bot.sqlite'],
    ['file:///var/my%20bot.sqlite', '/var/my bot.sqlite'],
    ['sqlite:data/bot.sqlite', 'data/bot.sqlite'],
    ['./my bot.db', './my bot.db'],
  ])('reads %s as a file', (url, file) => {
    expect(placeOf(url)).toEqual({ dialect: 'sqlite', file })
  })

  it.each(['postgres://u:p@h:5432/d', 'postgresql://h/d?sslmode=require', 'POSTGRES://h/d'])(
    'reads %s as a server',
    (url) => {
      expect(placeOf(url)).toEqual({ dialect: 'postgres', url })
    },
  )

  it.each([
    [
      'mysql://u:secret@h/d',
      /^DATABASE_URL begins with mysql:, which is no database this program knows\. Examples: /,
    ],
    ['', /^DATABASE_URL names no file\. Example: data\/bot\.sqlite\.$/],
    ['file:', /^DATABASE_URL names no file/],
    [':memory:', /^DATABASE_URL names no file/],
    ['postgres://u:se cret@h:port/d', /^DATABASE_URL is no valid URL\. Example: /],
  ])('refuses %j without repeating a password', (url, message) => {
    const refused = () => placeOf(url)
    expect(refused).toThrow(message)
    expect(refused).toThrow(StartError)
    expect(refused).not.toThrow(/se ?cret/)
  })
})
