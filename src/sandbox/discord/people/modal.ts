/** A modal filled in: the fields checked as the app checks them, and the submission it sends. */
import type { GivenFile, Person } from '../../contract.js'
import { deny } from '../../reasons.js'
import type { Doing } from '../interactions/launch.js'
import { COMPONENT, INTERACTION, SELECTS } from '../protocol.js'
import type { Channel, OpenModal, Realm } from '../realm.js'
import { TEXT_INPUT_MAX } from '../rules/modal.js'
import { chosenValues } from './press.js'
import { type Resolved, resolveFiles } from './resolved.js'

type Given = Record<string, unknown>
export type ModalValues = Record<string, string | string[]>

interface Filling {
  realm: Realm
  channel: Channel
  values: ModalValues
  files: Record<string, GivenFile[]>
  resolved: Resolved
}

export function submitDoing(
  realm: Realm,
  person: Person,
  channel: Channel,
  modal: OpenModal,
  { values, files = {} }: { values: ModalValues; files?: Record<string, GivenFile[]> },
): Doing {
  const resolved: Resolved = {}
  const filling: Filling = { realm, channel, values, files, resolved }
  refuseStrangers(modal, { ...values, ...files })
  const components = modal.data.components.map((component) => submitted(filling, component))
  const { interaction } = modal
  const { triggering_interaction_metadata: _, ...opener } = interaction.metadata as unknown as Given
  return {
    person,
    channel,
    type: INTERACTION.modalSubmit,
    ...(interaction.message ? { message: interaction.message } : {}),
    metadata: { triggering_interaction_metadata: opener } as never,
    data: {
      custom_id: modal.data.custom_id,
      components,
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    },
  }
}

function refuseStrangers({ data }: OpenModal, values: object): void {
  const fields = data.components.flatMap(fieldsOf).map(({ custom_id }) => custom_id)
  const stranger = Object.keys(values).find((name) => !fields.includes(name))
  if (stranger !== undefined) deny({ code: 'no-field', name: stranger })
}

const fieldsOf = (component: Given): Given[] =>
  component.component ? [component.component as Given] : ((component.components ?? []) as Given[])

/** A top-level component as it comes back: with the values of the fields inside. */
function submitted(filling: Filling, component: Given): Given {
  const { type, id } = component
  if (type === COMPONENT.label) return { type, id, component: field(filling, component.component as Given) }
  if (type === COMPONENT.actionRow) {
    return {
      type,
      id,
      components: ((component.components ?? []) as Given[]).map((each) => field(filling, each)),
    }
  }
  return { type, id }
}

function field(filling: Filling, given: Given): Given {
  const { type, id } = given
  const name = String(given.custom_id)
  const common = { type, id, custom_id: name }
  const value = filling.values[name]
  if (type === COMPONENT.textInput) return { ...common, value: typed(given, value) }
  if (type === COMPONENT.fileUpload) return { ...common, values: uploaded(filling, given) }
  if (type === COMPONENT.checkbox) return { ...common, value: value === 'true' }
  if (type === COMPONENT.radioGroup) return { ...common, value: picked(filling, given, value)[0] ?? null }
  return { ...common, values: picked(filling, given, value) }
}

/** `required` is true unless said otherwise, on every field. */
const isRequired = (given: Given): boolean => given.required !== false

function typed(given: Given, value: string | string[] | undefined): string {
  const name = String(given.custom_id)
  const text = value ?? (given.value as string | undefined) ?? ''
  if (typeof text !== 'string') return deny({ code: 'text-only', name })
  if (text === '') return isRequired(given) ? deny({ code: 'required', name }) : text
  const least = Number(given.min_length ?? 0)
  const most = Number(given.max_length ?? TEXT_INPUT_MAX)
  const { length } = text
  if (length < least || length > most) {
    return deny({ code: 'length-between', name, least, most })
  }
  return text
}

/** Ids of the files; Discord's app checks their number. */
function uploaded({ realm, channel, files, resolved }: Filling, given: Given): string[] {
  const name = String(given.custom_id)
  const chosen = files[name] ?? []
  if (chosen.length === 0) return isRequired(given) ? deny({ code: 'required', name }) : []
  const least = Number(given.min_values ?? 1)
  const most = Number(given.max_values ?? 1)
  if (chosen.length < least || chosen.length > most) return deny({ code: 'files-between', name, least, most })
  return resolveFiles(realm, channel, chosen, resolved)
}

function picked(filling: Filling, given: Given, value: string | string[] | undefined): readonly string[] {
  const name = String(given.custom_id)
  const chosen = value === undefined ? byDefault(given) : [value].flat().filter((each) => each !== '')
  if (chosen.length === 0) return isRequired(given) ? deny({ code: 'required', name }) : chosen
  if (SELECTS.includes(Number(given.type))) {
    return chosenValues(filling.realm, filling.channel, given, chosen, filling.resolved) ?? []
  }
  const options = (given.options ?? []) as { value: string }[]
  const strange = chosen.find((each) => !options.some((option) => option.value === each))
  return strange === undefined ? chosen : deny({ code: 'not-on-menu', value: strange })
}

const byDefault = (given: Given): string[] =>
  ((given.options ?? []) as { value: string; default?: boolean }[])
    .filter((option) => option.default === true)
    .map(({ value }) => value)
