/** How many rows there are, before and after search and filters. */
export type Counts = { readonly total: number; readonly matching: number }

/** What a list shows: the newest answer that is there, also while the next is on its way. */
export type FoundRows<Row, Answer extends Counts = Counts, Query = unknown> = {
  /** Changes with what is searched for and in which order; rows of one query belong together. */
  readonly query: Query
  readonly answer: Answer | null
  readonly error: unknown
  rowAt(index: number): Row | undefined
  /** Fetches what these rows need, and the row with the focus, wherever that is. */
  show(first: number, last: number, active: number): void
  retry(): void
}
