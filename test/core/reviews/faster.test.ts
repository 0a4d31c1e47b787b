/** Who was faster with an application is said to those who may know. */
import { expect, it } from 'vitest'
import { openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, reviewerNamed } from '../applications/kit.js'

describeStorage('an application that somebody else was faster with', (engine) => {
  it('names who was faster to staff of its region, and to nobody else', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const rita = await reviewerNamed(house, 'Rita')
    const number = await applies(house, moon)
    const rob = await reviewerNamed(house, 'Rob')
    const cleo = await house.person('Cleo')
    await cleo.becomes('reviewer', 'cis')
    const panel = await rita.types('/review')
    const take = { command: 'application-take', values: { application: number } }
    const elsewhere = await cleo.presses(take)
    expect([elsewhere.refusal, elsewhere.words.includes('Rita')]).toEqual(['application-held', false])
    const preview = await rita.presses(panel.press({ command: 'application-approve' }))
    await rita.presses(preview.press({ act: 'confirm' }))
    const values = { application: number, version: '1' }
    const heard = async (who: Person) => {
      house.world.passes(5000)
      return who.presses({ command: 'application-approve', values })
    }
    expect((await heard(rob)).words).toContain('possible: approved. Last step by Rita.')
    await moon.becomes('reviewer')
    for (const other of [cleo, moon]) {
      const { refusal, words } = await heard(other)
      expect([refusal, words.includes('Rita')]).toEqual(['application-state', false])
    }
  })
})
