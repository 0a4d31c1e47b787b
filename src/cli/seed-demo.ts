/** Fills an empty database with the sandbox's community and its play money, to try an installation out. */
import { ensureAssets } from '../core/assets/assets.js'
import { seedDemo } from '../core/demo/demo.js'
import { StartError } from '../kit/start-error.js'
import { loadProgramme } from '../programme/programme.js'
import { demoCommunity } from '../sandbox/community.js'
import { demoPlan } from '../sandbox/demo-plan.js'
import type { Work } from '../storage/storage.js'
import type { Desk } from './desk.js'
import { atWork } from './look.js'

/** Refuses a database that knows anybody: play money among real money would be real. */
export async function fillWithDemo(desk: Desk): Promise<number> {
  const { assets, mainAsset } = loadProgramme(desk.config.programmeFile)
  await atWork(desk, (storage) =>
    storage.write(async (work) => {
      await refuseInhabited(work)
      await ensureAssets(work, assets)
      await seedDemo(work, demoPlan(demoCommunity(), mainAsset), assets)
    }),
  )
  desk.say('The demo community is in the database. Its money is play money: never run this one for real.')
  return 0
}

async function refuseInhabited(work: Work): Promise<void> {
  const anybody = await work.db.select({ id: work.t.members.id }).from(work.t.members).limit(1)
  if (anybody.length === 0) return
  throw new StartError('The database knows people already; the demo is for an empty one.', 'configuration')
}
