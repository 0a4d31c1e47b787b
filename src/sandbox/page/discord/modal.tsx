/** A modal of Discord: a form the bot opened. */
import { useState } from 'preact/hooks'
import type { GivenFile } from '../../contract.js'
import type { Reason } from '../../reasons.js'
import { BotAvatar } from '../kit/avatar.js'
import { Dialog } from '../kit/dialog.js'
import { Icon } from '../kit/icons.js'
import { useWords, whyNot } from '../kit/words.js'
import type { Pane } from '../pane/use-pane.js'
import { useSandbox } from '../shell/sandbox.js'
import { Field } from './modal-field.js'
import { fieldsOf, type Values, valuesAtFirst } from './modal-fields.js'
import type { Modal } from './native.js'

export function ModalDialog({ pane }: { pane: Pane }) {
  const { modal, at } = pane
  if (!modal || !at) return null
  return (
    <OpenedModal key={modal.modal} id={modal.modal} data={modal.data as Modal} room={at.id} pane={pane} />
  )
}

interface OpenedProps {
  id: string
  data: Modal
  room: string
  pane: Pane
}

function OpenedModal({ id, data, room, pane }: OpenedProps) {
  const { say } = useWords()
  const { community } = useSandbox()
  const fields = fieldsOf(data, community)
  const [values, setValues] = useState<Values>(() => valuesAtFirst(fields))
  const [files, setFiles] = useState<Record<string, GivenFile[]>>({})
  const [state, setState] = useState<'open' | 'sending' | 'failed'>('open')
  const [why, setWhy] = useState<Reason>()
  const submit = async (): Promise<void> => {
    setState('sending')
    const outcome = await pane.perform({
      do: 'submit',
      room,
      modal: id,
      values,
      ...(Object.keys(files).length > 0 ? { files } : {}),
    })
    setWhy(outcome?.kind === 'impossible' ? outcome.reason : undefined)
    if (outcome === undefined || outcome.kind === 'timeout' || outcome.kind === 'impossible')
      setState('failed')
    else pane.closeModal()
  }
  return (
    <Dialog label={data.title} class="dc-modal" over="pane-discord" onClose={pane.closeModal}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (state !== 'sending') void submit()
        }}
      >
        <header>
          <BotAvatar size={32} />
          <h3>{data.title}</h3>
          <button type="button" aria-label={say('close')} onClick={pane.closeModal}>
            <Icon name="close" />
          </button>
        </header>
        {state === 'failed' && (
          <p class="dc-failed" role="alert">
            {why ? whyNot(say, why) : say('discord-modal-failed')}
          </p>
        )}
        <div class="dc-modal-fields">
          {fields.map((field, index) => (
            <Field
              key={field.id || index}
              field={field}
              value={values[field.id]}
              onChange={(value) => setValues((before) => ({ ...before, [field.id]: value }))}
              onAttach={(chosen) => setFiles((before) => ({ ...before, [field.id]: chosen }))}
            />
          ))}
        </div>
        <footer>
          <button type="button" class="dc-button secondary" onClick={pane.closeModal}>
            {say('cancel')}
          </button>
          <button type="submit" class="dc-button primary" aria-busy={state === 'sending'}>
            {say('discord-submit')}
            {state === 'sending' && <span class="spinner" role="status" aria-label={say('waiting')} />}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
