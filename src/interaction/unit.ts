import { isUniqueViolation } from '../storage/errors.js'
import type { Work } from '../storage/storage.js'
import type { House } from './house.js'

/**
 * Runs a unit of work and wakes the courier after the commit. One that met the answer of another process to
 * the same call (`calls_once`) is run again, and finds it.
 */
export async function unit<T>(house: House, body: (work: Work) => Promise<T>): Promise<T> {
  try {
    return await house.storage.write(body)
  } catch (error) {
    if (!isUniqueViolation(error, 'calls_once')) throw error
    return await house.storage.write(body)
  } finally {
    house.wake()
  }
}
