import { allFiles } from '../../src/core/catalogue.js'
import type { FileMaker } from '../../src/interaction/attach.js'
import { must } from '../../src/kit/refusal.js'
import type { Heard } from './heard.js'
import type { House } from './house.js'

/** The file of an answer, as it is made when it is sent; undefined where there is nothing to show. */
export async function madeOf(house: House, { view }: Heard): Promise<Uint8Array | undefined> {
  const from = must(view.files?.[0], 'a file').from
  if (!('maker' in from)) throw new Error('nobody makes it')
  const look = house.look as Parameters<FileMaker>[0]['look']
  const draw = async () => Buffer.from('')
  const making = { look, breathe: async () => {}, locale: 'en', speech: { plain: () => '' }, draw }
  return (await must(allFiles(() => house.programme)[from.maker], from.maker)(making, from.subject))?.bytes
}
