/** Files for adapters under test: a table of what there is. */
import type { Loaded, LoadFile } from '../../src/interaction/attach.js'

/** For tests in which no view has a file. */
export const noFiles: LoadFile = async (file) => {
  throw new Error(`nobody was to ask for ${file.name}`)
}

/** Gives what stands under the file's name. An Error is thrown. */
export function filesNamed(files: Readonly<Record<string, Loaded | Error>>): LoadFile {
  return async ({ name }) => {
    const found = files[name]
    if (!found) throw new Error(`there is no file ${name}`)
    if (found instanceof Error) throw found
    return found
  }
}

/** A PNG of one colour that every reader takes: signature, header, no pixels. */
export function tinyPng(width = 640, height = 480): Buffer {
  const png = Buffer.alloc(64)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(png)
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return png
}
