/** How the page's server takes what it is asked: at most so much, of one shape, and said no to in words. */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { problemOf } from './page-requests.js'

/** A typed text of 10,000 characters in four-byte characters, with room to spare. */
const BODY_MAX = 128 * 1024

/** What people do may carry a file, in base 64. */
const ACTION_MAX = 16 * 1024 * 1024

function limitedTo(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: (c) => c.json({ error: `a request holds at most ${maxSize} bytes` }, 413),
  })
}

/** For every route that takes a body. */
export const limited = limitedTo(BODY_MAX)
export const limitedWithFile = limitedTo(ACTION_MAX)

/** Checks what was asked, answers it, and turns what is unknown here (a person, a room) into a 404. */
export async function asked<Shape extends z.ZodType>(
  c: Context,
  shape: Shape,
  input: unknown,
  answer: (checked: z.infer<Shape>) => unknown,
): Promise<Response> {
  const checked = shape.safeParse(input)
  if (!checked.success) return c.json({ error: problemOf(checked.error) }, 400)
  try {
    return c.json((await answer(checked.data)) as object)
  } catch (error) {
    return c.json({ error: error instanceof Error ? error.message : String(error) }, 404)
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
