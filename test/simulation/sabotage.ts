/** Worlds that are broken on purpose: the auditor must find each of them out. */
import Database from 'better-sqlite3'
import type { Connected } from '../../src/connect.js'
import type { Storage } from '../../src/storage/storage.js'
import type { History } from './history.js'
import type { News } from './inward.js'

export interface Sabotage {
  storage?(storage: Storage): Storage
  platform?(platform: Connected): Connected
  swallows?(news: News): boolean
  /** After each commit. */
  committed?(file: string, history: History): void
}

/** A storage that says that it is done before it is. */
export const answersBeforeCommit: Sabotage = {
  storage: (storage) => ({
    ...storage,
    write: (unit) =>
      new Promise((resolve, reject) => {
        const early = storage.write(async (work) => {
          const result = await unit(work)
          resolve(result)
          return result
        })
        early.catch(reject)
      }),
  }),
}

/** A platform that takes every seventh update for done and brings it to nobody. */
export function swallowsUpdates(): Sabotage {
  let count = 0
  return {
    swallows() {
      count += 1
      return count % 7 === 0
    },
  }
}

/** A platform that says it has sent what it has thrown away. */
export function losesMessages(): Sabotage {
  let count = 0
  return {
    platform: (platform) => ({
      ...platform,
      deliver(delivery) {
        count += 1
        return count % 5 === 0 && !delivery.edit ? Promise.resolve({}) : platform.deliver(delivery)
      },
    }),
  }
}

/** A database whose guard is out of the way and whose first claim is gone. */
export function losesClaim(): Sabotage {
  return tampers('delete from packet_claims where rowid = (select min(rowid) from packet_claims)')
}

/** A database in which somebody gave themselves a unit. */
export function mintsMoney(): Sabotage {
  return tampers(`update ledger_accounts set cx = cx + 1 where owner like 'member:%' and id = (
    select max(id) from ledger_accounts where owner like 'member:%')`)
}

/** A packet that was over before its time was. */
export function endsEarly(): Sabotage {
  const expired = `from packets where state = 'expired'`
  const late = 'update packets set expires_at = ended_at + 1 where id = '
  return tampers(`${late}(select max(id) ${expired})`, `select count(*) ${expired}`)
}

/** An account that goes back to the number that gave way. */
export function forgetsLink(): Sabotage {
  const of = (column: string) => `(select ${column} from member_links order by gone limit 1)`
  const back = `update identities set member = ${of('gone')} where rowid =
    (select max(rowid) from identities where member = ${of('person')})`
  return tampers(back, 'select count(*) from member_links')
}

/** Once there are claims, or something else to do it to. */
function tampers(statement: string, count = 'select count(*) from packet_claims'): Sabotage {
  let isDone = false
  return {
    committed(file) {
      if (isDone) return
      const db = new Database(file)
      if (Number(db.prepare(count).pluck().get()) > 0) {
        isDone = true
        unguarded(db, statement)
      }
      db.close()
    },
  }
}

/** Does to a database what its guards would refuse; afterwards they are there again. */
export function breaks(file: string, statement: string): void {
  const db = new Database(file)
  const guards = db.prepare(`select sql from sqlite_schema where type = 'trigger'`).pluck().all()
  unguarded(db, statement)
  for (const guard of guards) db.exec(String(guard))
  db.close()
}

function unguarded(db: Database.Database, statement: string): void {
  const triggers = db.prepare(`select name from sqlite_schema where type = 'trigger'`).pluck().all()
  for (const trigger of triggers) db.exec(`drop trigger ${String(trigger)}`)
  db.exec(`pragma foreign_keys = off; ${statement}`)
}
