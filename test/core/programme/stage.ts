/** An invented programme in a file that a test rewrites, and an admin who reads it anew. */
import { grantRole } from '../../../src/core/roles/roles.js'
import { programmeSchema } from '../../../src/programme/programme.js'
import { type House, type HouseOptions, openHouse, type Person } from '../../kit/house.js'
import type { EngineForTests } from '../../kit/storage.js'

const said = (en: string) => ({ en })

export const FIRST = {
  version: 'winter',
  name: 'Harbour Ambassadors',
  mainAsset: 'POINTS',
  assets: [{ code: 'POINTS', scale: 0 }],
  packets: { most: { POINTS: '500' } },
  texts: {
    guidelines: [
      { id: '3', from: '2020-01-01', words: { en: 'Be kind on the pier.', es: 'Sé amable en el muelle.' } },
    ],
    disclosure: [{ id: '1', from: '2020-01-01', words: said('I am an ambassador of the harbour.') }],
  },
}

/** The next version of the guidelines. */
export const FOURTH = {
  ...{ id: '4', from: '2021-01-01', words: said('Be kind on the pier and on board.') },
  changes: said('The ships are meant, too.'),
}

export interface Stage {
  house: House
  admin: Person
  /** What is in the file now; a throw stands for a file that is gone. */
  file: { holds: unknown }
}

export async function stage(
  engine: EngineForTests,
  options: Pick<HouseOptions, 'storage' | 'world' | 'through'> = {},
): Promise<Stage> {
  const file: Stage['file'] = { holds: FIRST }
  const programme = programmeSchema.parse(FIRST)
  const read = () => file.holds
  const house = await openHouse(engine, { programme, raw: FIRST, read, ...options })
  const admin = await house.person('Olivia')
  await house.storage.write((work) => grantRole(work, admin.member, 'admin', 'operator'))
  return { house, admin, file }
}
