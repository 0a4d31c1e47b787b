/** Letters to an applicant, beside what is told in the chat; what is said where they cannot be delivered. */
import { afterEach, describe, expect, it } from 'vitest'
import { describeStorage } from '../kit/storage.js'
import { openPost, type Post, type PostOptions, saying } from '../mail/post.js'
import { asking, programmeFile } from './programme-file.js'
import { useRig, words } from './rig.js'
import { privately } from './seat.js'
import { letterWith } from './shown.js'

const speech = words()
const zh = (key: string) => speech.plain('zh-CN', { key })

describeStorage('letters', (engine) => {
  const make = useRig(engine)
  const timeout = 120_000
  let post: Post | undefined
  afterEach(async () => {
    await post?.close()
    post = undefined
  })

  async function applied(options: PostOptions = {}) {
    post = await openPost(options)
    const rig = await make()
    await rig.start({
      ...{ PROGRAMME_FILE: programmeFile(asking(['channels', 'email'])), SMTP_URL: post.url },
      MAIL_FROM: 'Partner Program <partners@example.org>',
    })
    const kofi = privately(rig, 'kofi')
    await kofi.type('/apply')
    await kofi.type('youtube.com/@kofi 12 000')
    await kofi.sees('Question 2 of 4')
    await kofi.type('kofi@example.com,all@example.com')
    await kofi.sees('Question 2 of 4')
    await kofi.type('kofi@example.com')
    await kofi.press('I have read it and accept')
    await kofi.press('I have read it and accept')
    await kofi.press('Send')
    await kofi.sees('Its number is 1')
    return { rig, kofi }
  }

  const letter = (holds: string) => letterWith(post, holds)

  describe('to an applicant', () => {
    it('come when it arrives and when it is decided, and /status says so', { timeout }, async () => {
      const { rig, kofi } = await applied()
      const mei = privately(rig, 'mei')
      await mei.type('/review')
      await mei.sees('youtube.com/@kofi')
      expect((await letter('Your application has arrived')).to).toEqual(['kofi@example.com'])
      await kofi.type('/status')
      await kofi.sees('Application 1', 'A letter about it was sent')
      await mei.press(zh('review-reject'))
      await mei.press(zh('reason-content'))
      await mei.press(zh('reject-confirm'))
      await kofi.sees('Your application was not accepted.')
      await mei.type('/review')
      await letter('Your application was not accepted.')
      expect(post?.taken).toHaveLength(2)
    })

    it('that are refused are told in the chat', { timeout }, async () => {
      const { kofi } = await applied({ onRcptTo: (_address, _session, done) => done(saying(550, 'unknown')) })
      await kofi.sees('refused our letter', 'You miss nothing')
      await kofi.type('/status')
      await kofi.sees('could not be delivered')
      expect(post?.taken).toEqual([])
    })

    it('that a server puts off keep nobody waiting in the chat', { timeout }, async () => {
      const { kofi } = await applied({ onMailFrom: () => {} })
      await kofi.type('/status')
      await kofi.sees('A letter about it is on its way')
    })
  })
})
