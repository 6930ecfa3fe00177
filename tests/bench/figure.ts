/** One measured figure with what it should be. */
export type Figure = {
  readonly work: string
  readonly users: number
  readonly figure: number
  readonly unit: 'ms' | 'MB' | '×'
  /** In words; absent where there is none. */
  readonly goal?: string
  readonly met?: boolean
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
