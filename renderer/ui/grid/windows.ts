/** How many rows are asked for at once. */
export const windowSize = 100

export const windowOf = (row: number) => Math.floor(row / windowSize)

/** The windows that together hold the rows from `first` to `last`, and one row elsewhere. */
export function windowsFor(first: number, last: number, elsewhere: number): readonly number[] {
  const begin = windowOf(Math.max(first, 0))
  const end = windowOf(Math.max(last, first, 0))
  const between = Array.from({ length: end - begin + 1 }, (_, index) => begin + index)
  return [...new Set([...between, windowOf(elsewhere)])]
}
