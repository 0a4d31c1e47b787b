/** Counts the work in hand, so that a stop can wait for it. */
export class InHand {
  #count = 0
  #waiting: (() => void)[] = []

  async during(work: Promise<void>): Promise<void> {
    this.#count++
    try {
      await work
    } finally {
      this.#count--
      if (this.#count === 0) for (const resolve of this.#waiting.splice(0)) resolve()
    }
  }

  /** Resolves when nothing is in hand. */
  async empty(): Promise<void> {
    if (this.#count > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }
}
