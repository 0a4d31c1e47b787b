/** The app on the person's phone would not let them do this. */
export class Impossible extends Error {}

export function impossible(reason: string): never {
  throw new Impossible(reason)
}
