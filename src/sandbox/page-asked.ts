/**
 * How the page's server takes what it is asked, at most so much and of one shape, and how it says no: with a
 * reason for whoever reads the page, and the details for developers, in English.
 */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import type { NoAnswer } from './page-contract.js'
import { fieldsOf, problemOf } from './page-requests.js'
import { Denied, type Reason } from './reasons.js'

/** A typed text of 10,000 characters in four-byte characters, with room to spare. */
const BODY_MAX = 128 * 1024

/** What people do may carry a file, in base 64. */
const ACTION_MAX = 16 * 1024 * 1024

export const no = (error: Reason): NoAnswer => ({ error })

/** To what is not of the shape that is asked for. */
export const malformed = (problem: z.ZodError): NoAnswer => ({
  ...no({ code: 'malformed', fields: fieldsOf(problem) }),
  detail: problemOf(problem),
})

/** A mistake of the sandbox. */
export const mistaken = (error: unknown): NoAnswer => ({
  ...no({ code: 'mistake' }),
  detail: error instanceof Error ? error.message : String(error),
})

function limitedTo(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: (c) => c.json(no({ code: 'too-much', bytes: maxSize }), 413),
  })
}

/** For every route that takes a body. */
export const limited = limitedTo(BODY_MAX)
export const limitedWithFile = limitedTo(ACTION_MAX)

/** Checks what was asked and answers it; what is denied (there is no such person) is a 404. */
export async function asked<Shape extends z.ZodType>(
  c: Context,
  shape: Shape,
  input: unknown,
  answer: (checked: z.infer<Shape>) => unknown,
): Promise<Response> {
  const checked = shape.safeParse(input)
  if (!checked.success) return c.json(malformed(checked.error), 400)
  try {
    return c.json((await answer(checked.data)) as object)
  } catch (error) {
    if (error instanceof Denied) return c.json(no(error.reason), 404)
    return c.json(mistaken(error), 500)
  }
}

/** What was sent as JSON; undefined for what is none. */
export async function bodyOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch {
    return undefined
  }
}
