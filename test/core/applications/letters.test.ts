/** What is said of letters: of the one about how it stands now, and that there is none. */
import { expect, it } from 'vitest'
import { bitmart } from '../../../src/programme/bitmart.js'
import { programmeSchema } from '../../../src/programme/programme.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, reviewerNamed } from './kit.js'

/** An application whose arrival was written about, with room for so many letters a day to its mailbox. */
async function written(engine: Parameters<typeof openHouse>[0], lettersPerDay: number) {
  const limits = { lettersPerDay }
  const programme = programmeSchema.parse({ ...bitmart, applications: { ...bitmart.applications, limits } })
  const house = await openHouse(engine, { programme, hasMail: true })
  const [rita, moon] = [await reviewerNamed(house, 'Rita'), await house.person('Moon')]
  const application = await applies(house, moon)
  return { house, rita, moon, application }
}

const takes = (rita: Person, application: string) =>
  rita.presses({ command: 'application-take', values: { application } })

async function rejects(house: House, rita: Person, application: string) {
  const panel = await takes(rita, application)
  const asked = await rita.presses(panel.press({ command: 'application-reject' }))
  const preview = await rita.presses(asked.press({ act: 'set', value: 'content' }))
  house.world.passes(3000)
  expect((await rita.presses(preview.press({ act: 'confirm' }))).keys).toContain('review-rejected')
}

const lettersSaid = ({ keys }: { keys: string[] }) => keys.filter((key) => key.startsWith('letter-'))

describeStorage('a letter about a decision', (engine) => {
  it('that the mailbox has no room for is told of with the decision, and /status claims none', async () => {
    const { house, rita, moon, application } = await written(engine, 1)
    expect(lettersSaid(await moon.inPrivate.types('/status'))).toEqual(['letter-waits'])
    await rejects(house, rita, application)
    const told = (await house.told(moon)).filter(({ keys }) => keys.includes('application-told-rejected'))
    expect(told.map(lettersSaid)).toEqual([['letter-most']])
    // The letter about the arrival is none about the rejection.
    expect(lettersSaid(await moon.inPrivate.types('/status'))).toEqual([])
  })

  it('is the one that /status speaks of', async () => {
    const { house, rita, moon, application } = await written(engine, 5)
    await house.storage.write(({ db, t, now }) => db.update(t.outbox).set({ state: 'sent', settledAt: now }))
    await rejects(house, rita, application)
    const told = (await house.told(moon)).filter(({ keys }) => keys.includes('application-told-rejected'))
    expect(told.map(lettersSaid)).toEqual([[]])
    expect(lettersSaid(await moon.inPrivate.types('/status'))).toEqual(['letter-waits'])
  })

  it('stays that of the arrival while somebody looks into it, which nobody outside may notice', async () => {
    const { rita, moon, application } = await written(engine, 5)
    await takes(rita, application)
    expect(lettersSaid(await moon.inPrivate.types('/status'))).toEqual(['letter-waits'])
  })
})
