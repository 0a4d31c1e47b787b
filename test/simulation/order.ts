/** The order of the commands' arguments, which packs what buttons carry; as the adapters are given it. */
import { allCommands } from '../../src/core/catalogue.js'
import { createCatalogue } from '../../src/interaction/catalogue.js'
import type { ArgumentOrder } from '../../src/interaction/press.js'
import { loadProgramme, type Programme } from '../../src/programme/programme.js'
import { officeProgramme } from './office-programme.js'

const recordUrl = () => undefined

function orderOf(programme: Programme): ArgumentOrder {
  const digestKey = new Uint8Array()
  return createCatalogue(allCommands({ programme, choose: () => 'en', recordUrl, digestKey })).order
}

export const ORDER = orderOf(loadProgramme(undefined))
export const OFFICE_ORDER = orderOf(officeProgramme())
