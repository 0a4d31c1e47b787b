/**
 * Where the bot's own time goes while everybody wins: a CPU profile of `dist/main.js` from start to end, by
 * rooms. The starting is in it; enough packets are emptied that it hardly counts.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Generator } from './generator.js'
import type { BenchPostgres } from './postgres.js'
import { openScene, SHARES } from './scene.js'

/** Parts of the whole by what the time was for, the largest first, without those below a hundredth. */
export type Shares = readonly { room: string; share: number }[]

/** Packets that are emptied: enough that starting and warming up hardly count. */
const PACKETS = 30
const LEAST = 0.01

/** Of a `.cpuprofile`, as V8 writes it. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[]
  samples: number[]
  /** µs before each sample. */
  timeDeltas: number[]
}

export async function profileOurs(
  postgres: BenchPostgres | undefined,
  generator: Generator,
): Promise<Shares> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-profile-'))
  const arguments_ = ['--cpu-prof', `--cpu-prof-dir=${folder}`]
  const scene = await openScene(await postgres?.database(), PACKETS, arguments_)
  const emptied = scene.packets(PACKETS)
  for (const [at, packet] of emptied.entries())
    await generator.send(scene.port, scene.telegram([packet], 1 + at * SHARES, SHARES))
  await scene.close(emptied)
  // A thread leaves one of its own; the bot's has by far the most samples.
  const profiles = readdirSync(folder).map((file) => profileIn(join(folder, file)))
  rmSync(folder, { recursive: true, force: true })
  const [bot] = profiles.sort((a, b) => b.samples.length - a.samples.length)
  if (!bot) throw new Error('the bot left no profile')
  return sharesOf(bot)
}

function profileIn(file: string): Profile {
  return JSON.parse(readFileSync(file, 'utf8')) as Profile
}

function sharesOf({ nodes, samples, timeDeltas }: Profile): Shares {
  const rooms = roomsOf(nodes)
  const spent = new Map<string, number>()
  for (const [at, id] of samples.entries()) {
    const room = rooms.get(id)
    if (room !== undefined) spent.set(room, (spent.get(room) ?? 0) + (timeDeltas[at] ?? 0))
  }
  const all = [...spent.values()].reduce((sum, one) => sum + one, 0)
  return [...spent]
    .map(([room, time]) => ({ room, share: time / all }))
    .filter(({ share }) => share >= LEAST)
    .sort((a, b) => b.share - a.share)
}

/** Whoever called decides what the time of a library or of Node itself was for. Idle time has no room. */
function roomsOf(nodes: Profile['nodes']): Map<number, string> {
  const rooms = new Map<number, string>()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const visit = (id: number, above: string): void => {
    const node = byId.get(id)
    if (!node) return
    const room = roomOf(node.callFrame, above)
    if (!IDLE.has(node.callFrame.functionName)) rooms.set(id, room)
    for (const child of node.children ?? []) visit(child, room)
  }
  const children = new Set(nodes.flatMap((node) => node.children ?? []))
  for (const { id } of nodes) if (!children.has(id)) visit(id, OTHER)
  return rooms
}

const IDLE = new Set(['(idle)', '(program)', '(root)'])
const OTHER = 'Node itself: sockets, HTTP, promises'
const DATABASE = "the database's driver: statements, commits, and the wait in them"

function roomOf({ functionName, url }: { functionName: string; url: string }, above: string): string {
  if (functionName === '(garbage collector)') return 'garbage collection'
  if (DRIVERS.some((part) => url.includes(part))) return DATABASE
  if (url.includes('/drizzle-orm/')) return above === DATABASE ? above : 'drizzle'
  if (url === '' && NATIVE.has(functionName)) return DATABASE
  if (url.includes('/node_modules/')) return above
  const [, own] = /\/dist\/((?:core|platforms)\/[^/]+|[^/.]+)/.exec(url) ?? []
  return own === undefined ? above : `src/${own}`
}

/** Where the engines are called: V8 counts a native method to its caller once that is compiled. */
const DRIVERS = ['/better-sqlite3/', '/pg/', '/storage/sqlite-connection.', '/storage/postgres-connection.']
/** Methods of better-sqlite3's statements, which are native. */
const NATIVE = new Set(['run', 'all', 'get', 'exec', 'Statement'])
