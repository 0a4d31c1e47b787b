/** What is kept about a person, given to them and erased: the front door. */
export { assertErasable } from './bars.js'
export { erase } from './erase.js'
export { exportOf } from './export.js'
