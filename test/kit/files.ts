/** Files for adapters under test: a table of what there is. */
import { crc32, deflateSync } from 'node:zlib'
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

/** A PNG in black that every reader takes: a header, pixels, an end. About a hundred bytes. */
export function tinyPng(width = 640, height = 480): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(1, 8)
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const framed = Buffer.alloc(8 + named.length)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), 4 + named.length)
  return framed
}
