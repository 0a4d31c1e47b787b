import { expect, it } from 'vitest'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'

describeStorage('dropping', (engine) => {
  it('in one line', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const heard = await pavel.types('/redpacket 50 20')
    expect(heard.words).toBe('')
  })
})
