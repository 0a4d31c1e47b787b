import { it } from 'vitest'
import { tried } from '../proof.js'

it('is killed before it has counted', () => {
  process.kill(process.pid, 'SIGKILL')
  tried({ kills: 1 })
})
