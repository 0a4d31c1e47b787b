/** The week that is over, posted at the desk: once, whatever is started anew in between. */
import { expect, it } from 'vitest'
import { nameDesk } from '../../../src/core/desks/desks.js'
import { FUNNEL_FILE } from '../../../src/core/funnel/cards.js'
import { funnelJob } from '../../../src/core/funnel/commands.js'
import { chatAt, recognise } from '../../../src/core/members/members.js'
import type { View } from '../../../src/interaction/view.js'
import { fromJson } from '../../../src/kit/json.js'
import { must } from '../../../src/kit/refusal.js'
import { loadProgramme } from '../../../src/programme/programme.js'
import { createScheduler } from '../../../src/scheduler/scheduler.js'
import type { Storage } from '../../../src/storage/storage.js'
import { recordingLog } from '../../kit/lines.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import { type VirtualWorld, virtualWorld } from '../../kit/world.js'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const DAY_MS = 24 * 60 * MINUTE_MS
const MONDAY = Date.UTC(2026, 10, 23)
const PLACE = { platform: 'telegram', chat: '-1001', kind: 'group', title: 'Desk' } as const
const programme = loadProgramme(undefined)

interface Office {
  world: VirtualWorld
  storage: Storage
  /** Lets the scheduler of one life of the process work for some minutes. */
  lives(minutes: number): Promise<void>
  namesDesk(thread?: string): Promise<void>
  applies(from: number, region: string): Promise<void>
  posts(): Promise<{ key: string; class: string; chat: number | null; content: Posted }[]>
}

interface Posted {
  view: View
  locale: string
  thread?: string
}

/** Nine minutes after a week began, and one before it is told. */
async function openOffice(engine: EngineForTests): Promise<Office> {
  const world = virtualWorld({ start: MONDAY + 9 * MINUTE_MS })
  const storage = world.holding(await engine.open({ world: world.forStorage }))
  let people = 0
  const person = () => {
    people += 1
    const account = {
      platform: 'telegram',
      id: String(people),
      name: 'Ada',
      isBot: false,
      isAnonymous: false,
    } as const
    return storage.write(async (work) => {
      const [met] = await recognise(work, [{ account, place: PLACE }])
      return must(met, 'a person').member
    })
  }
  return {
    world,
    storage,
    async lives(minutes) {
      const scheduler = createScheduler({
        ...{ storage, world, log: recordingLog().log, wake() {} },
        jobs: [
          funnelJob(
            () => 'ru',
            () => programme,
          ),
        ],
        isClockRight: async () => true,
        ticks: (tick) => everyMinute(world, tick),
      })
      await scheduler.start()
      await world.passes(minutes * MINUTE_MS)
      await scheduler.stop()
    },
    async namesDesk(thread) {
      const by = await person()
      await storage.write(async (work) => {
        const { id } = await chatAt(work, PLACE)
        await nameDesk(work, {
          queue: 'applications',
          chat: id,
          by,
          ...(thread === undefined ? {} : { thread }),
        })
      })
    },
    async applies(from, region) {
      const member = await person()
      const row = { member, region, state: 'withdrawn' as const, version: 1, answers: '{}' }
      const times = { startedAt: from, submittedAt: from, changedAt: from }
      await storage.write((work) => work.db.insert(work.t.applications).values({ ...row, ...times }))
    },
    posts: () =>
      storage.read(async (work) => {
        const rows = await work.db.select().from(work.t.outbox).orderBy(work.t.outbox.id)
        return rows.map((row) => ({ ...row, content: fromJson<Posted>(row.content) }))
      }),
  }
}

function everyMinute(world: VirtualWorld, tick: () => void): () => void {
  let cancel = () => {}
  const again = () => {
    cancel = world.after(MINUTE_MS, () => {
      tick()
      again()
    })
  }
  again()
  return () => cancel()
}

describeStorage('the weekly funnel', (engine) => {
  it('tells the week that is over, from Monday to Sunday, at the desk and in its language', async () => {
    const office = await openOffice(engine)
    await office.namesDesk('7')
    const from = MONDAY - 7 * DAY_MS
    for (const at of [from - 1, from, MONDAY - 1, MONDAY]) await office.applies(at, 'latam')
    await office.lives(5)
    const [post, ...others] = await office.posts()
    expect(others).toEqual([])
    expect(post?.key).toBe('funnel:2026-11-23T00:10')
    expect(post?.class).toBe('post')
    const { view, locale, thread } = must(post, 'a post').content
    expect([locale, thread]).toEqual(['ru', '7'])
    expect(view.text[0]?.params).toEqual({ from: '2026-11-16', until: '2026-11-22' })
    expect(view.text.find(({ key }) => key === 'funnel-whole')?.params).toEqual({
      ...{ started: 2, sent: 2, decided: 2 },
    })
    expect(view.files).toMatchObject([
      {
        kind: 'picture',
        name: 'funnel-2026-11-16.png',
        from: { maker: FUNNEL_FILE, subject: `${from}:${MONDAY}:*` },
      },
    ])
  })

  it('is posted once, asked twice or after a restart, and of weeks away only the last', async () => {
    const office = await openOffice(engine)
    await office.namesDesk()
    await office.lives(5)
    await office.lives(60)
    const job = funnelJob(
      () => 'ru',
      () => programme,
    )
    const period = { name: '2026-11-23T00:10', dueAt: MONDAY + 10 * MINUTE_MS }
    expect(await office.storage.write((work) => job.run(work, period))).toBe('done')
    const keys = async () => (await office.posts()).map(({ key }) => key)
    expect(await keys()).toEqual(['funnel:2026-11-23T00:10'])
    // Stopped, and started again on a Wednesday three weeks later.
    await office.world.passes(23 * DAY_MS)
    await office.lives(5)
    await office.lives(5)
    expect(await keys()).toEqual(['funnel:2026-11-23T00:10', 'funnel:2026-12-14T00:10'])
    const [, late] = await office.posts()
    expect(late?.content.view.text[0]?.params).toEqual({ from: '2026-12-07', until: '2026-12-13' })
    // A week without anything is told, too, and needs no picture.
    expect(late?.content.view.text.map(({ key }) => key)).toContain('funnel-quiet')
    expect(late?.content.view.files).toBeUndefined()
  })

  it('is posted nowhere without a desk', async () => {
    const office = await openOffice(engine)
    await office.applies(MONDAY - DAY_MS, 'latam')
    await office.lives(5)
    const runs = await office.storage.read((work) => work.db.select().from(work.t.jobRuns))
    expect(runs.map(({ period, state }) => [period, state])).toEqual([['2026-11-23T00:10', 'done']])
    expect(await office.posts()).toEqual([])
  })
})
