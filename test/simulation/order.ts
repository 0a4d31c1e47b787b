/** The order of the commands' arguments, which packs what buttons carry; as the adapters are given it. */
import { allCommands } from '../../src/core/catalogue.js'
import { createCatalogue } from '../../src/interaction/catalogue.js'
import { loadProgramme } from '../../src/programme/programme.js'

const programme = loadProgramme(undefined)
const recordUrl = () => undefined

export const ORDER = createCatalogue(
  allCommands({ programme, choose: () => 'en', recordUrl, digestKey: new Uint8Array() }),
).order
