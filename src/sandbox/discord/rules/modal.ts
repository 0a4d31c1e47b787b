/**
 * What a modal may hold. Source: OpenAPI `ModalInteractionCallbackRequestData`,
 * developers/components/reference.
 */
import { COMPONENT } from '../protocol.js'
import { common, customId, selects, textDisplay, wrongSelect } from './component.js'
import { wrongTree } from './component-tree.js'
import {
  boolean,
  choice,
  type Finding,
  integer,
  list,
  type Rule,
  required,
  shape,
  tagged,
  text,
} from './rule.js'

const MODAL_TITLE_MAX = 45
/** The documentation says five, and so does the app; the OpenAPI's 40 counts nested ones. */
const MODAL_COMPONENTS_MAX = 5
export const TEXT_INPUT_MAX = 4000

const textInput = (label: Rule): Rule =>
  shape(
    {
      ...common,
      custom_id: required(customId),
      style: required(choice(1, 2)),
      label,
      value: text(TEXT_INPUT_MAX),
      placeholder: text(100),
      required: boolean,
      min_length: integer(0, TEXT_INPUT_MAX),
      max_length: integer(1, TEXT_INPUT_MAX),
    },
    wrongLengths,
  )

function wrongLengths(value: Record<string, unknown>): Finding[] {
  const most = Number(value.max_length ?? TEXT_INPUT_MAX)
  if ([...String(value.value ?? '')].length > most) {
    const message = `Must be ${most} or fewer in length.`
    return [{ at: ['value'], error: { code: 'BASE_TYPE_MAX_LENGTH', message } }]
  }
  if (Number(value.min_length ?? 0) <= most) return []
  const message = 'min_length must not be greater than max_length'
  return [{ at: ['min_length'], error: { code: 'TEXT_INPUT_COMPONENT_MIN_EXCEEDS_MAX', message } }]
}

const option = shape({
  label: required(text(100, 1)),
  value: required(text(100, 1)),
  description: text(100),
  default: boolean,
})
const group = { ...common, custom_id: required(customId), required: boolean }

const inLabel: Record<number, Rule> = {
  ...selects,
  [COMPONENT.textInput]: textInput(text(45)),
  [COMPONENT.fileUpload]: shape({ ...group, min_values: integer(0, 10), max_values: integer(1, 10) }),
  [COMPONENT.radioGroup]: shape({ ...group, options: required(list(option, 10, 2)) }, ({ options }) =>
    wrongSelect({ options }),
  ),
  [COMPONENT.checkboxGroup]: shape(
    {
      ...group,
      options: required(list(option, 10, 1)),
      min_values: integer(0, 10),
      max_values: integer(1, 10),
    },
    wrongBoxes,
  ),
  [COMPONENT.checkbox]: shape({ ...common, custom_id: required(customId), default: boolean }),
}

/**
 * As many as there are may be chosen where nothing is said. What else is refused of groups is what
 * discord.js refuses; the codes are those of menus, since theirs are not published.
 */
function wrongBoxes(value: Record<string, unknown>): Finding[] {
  const count = (value.options as unknown[]).length
  return wrongSelect({ ...value, max_values: value.max_values ?? count })
}

const label = shape(
  {
    ...common,
    label: required(text(45, 1)),
    description: text(100, 1),
    component: required(tagged('type', inLabel)),
  },
  ({ component }) => wrongInModal(component as Record<string, unknown>),
)

function wrongInModal(component: Record<string, unknown>): Finding[] {
  const found: Finding[] = []
  const refuse = (key: string, code: string, message: string): void =>
    void found.push({ at: ['component', key], error: { code, message } })
  if (component.disabled === true) {
    refuse('disabled', 'MODAL_COMPONENT_DISABLED', 'Components in modals cannot be disabled')
  }
  if (component.required !== false && component.min_values === 0) {
    refuse('min_values', 'COMPONENT_MIN_VALUES_REQUIRED', 'A required component needs at least one value')
  }
  return found
}

/** Legacy rows: one text input each, which then carries its own label. */
const row = shape({
  ...common,
  components: required(
    list(tagged('type', { [COMPONENT.textInput]: textInput(required(text(45, 1))) }), 1, 1),
  ),
})

export const modalData: Rule = shape(
  {
    custom_id: required(customId),
    title: required(text(MODAL_TITLE_MAX, 1)),
    components: required(
      list(
        tagged('type', {
          [COMPONENT.actionRow]: row,
          [COMPONENT.textDisplay]: textDisplay,
          [COMPONENT.label]: label,
        }),
        MODAL_COMPONENTS_MAX,
        1,
      ),
    ),
  },
  (value) => wrongTree(value.components, ['components']),
)
