/** Choosing a file, as every composer and form here does it. */
import { useRef } from 'preact/hooks'
import type { GivenFile } from '../../contract.js'
import { Icon } from './icons.js'
import { useWords } from './words.js'

/** A chosen file as the server takes it. */
export async function givenFile(file: File): Promise<GivenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += PIECE)
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return { name: file.name, type: file.type, base64: btoa(binary) }
}

const PIECE = 0x8000

/** A paper clip that opens the browser's choice of files. */
export function AttachButton({
  class: name,
  isReady,
  onChoose,
}: {
  class: string
  isReady: boolean
  onChoose(file: GivenFile): void
}) {
  const { say } = useWords()
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class={name}
        aria-label={say('attach')}
        disabled={!isReady}
        onClick={() => field.current?.click()}
      >
        <Icon name="clip" />
      </button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={say('attach')}
        tabIndex={-1}
        onChange={async (event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) onChoose(await givenFile(file))
        }}
      />
    </>
  )
}

/** The file that waits to be sent, and a way to leave it out. */
export function Attached({ file, onLeave }: { file: GivenFile; onLeave(): void }) {
  const { say } = useWords()
  return (
    <p class="attached">
      <Icon name="clip" size={16} /> <span>{file.name}</span>
      <button type="button" aria-label={say('attach-not')} onClick={onLeave}>
        <Icon name="close" size={16} />
      </button>
    </p>
  )
}
