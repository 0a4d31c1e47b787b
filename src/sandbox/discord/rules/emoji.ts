/** What Discord takes for an emoji of Unicode, in reactions and on components. */

/** Any emoji Unicode recommends. Built at run time because the `v` flag is younger than our target. */
const RGI_EMOJI = '^\\p{RGI_Emoji}$'
const EMOJI = new RegExp(RGI_EMOJI, 'v')

/** True with and without the selector that asks for its coloured form. */
export const isEmoji = (name: string): boolean => EMOJI.test(name) || EMOJI.test(`${name}\ufe0f`)
