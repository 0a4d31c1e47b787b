/** Whom people can ask, where and when. */
import { z } from 'zod'
import { refuseTwice, wordsSchema } from './words.js'

const channel = z.strictObject({
  /** What is found there: "Announcements". */
  label: wordsSchema(60),
  url: z.url('a web address'),
})

export const contactsSchema = z.strictObject({
  channels: z
    .array(channel)
    .max(12)
    .default([])
    .superRefine((channels, context) =>
      refuseTwice(
        'the address',
        channels.map(({ url }) => url),
        context,
      ),
    ),
  email: z.email('an e-mail address').optional(),
  /** When somebody answers: days, hours and the time zone. */
  hours: wordsSchema(200).optional(),
})
export type Contacts = z.infer<typeof contactsSchema>
