/** The items in lists of at most `size`, in their order. */
export function chunk<T>(items: readonly T[], size: number): T[][] {
  const lists: T[][] = []
  for (let at = 0; at < items.length; at += size) lists.push(items.slice(at, at + size))
  return lists
}
