const hex16 = (number: number) => number.toString(16).padStart(16, '0')

export const segmentName = (segment: number) => `journal-${hex16(segment)}.rjrn`
export const checkpointName = (sequence: number) => `snapshot-${hex16(sequence)}.rsnap`

/** Who can open the directory, and a second copy of it or the one before. */
export const slotFileNames = ['keyslots.json', 'keyslots.prev.json'] as const

const numberIn = (name: string, pattern: RegExp) => {
  const digits = pattern.exec(name)?.[1]
  return digits === undefined ? null : Number.parseInt(digits, 16)
}

export const segmentOf = (name: string) => numberIn(name, /^journal-([0-9a-f]{16})\.rjrn$/)
export const checkpointOf = (name: string) => numberIn(name, /^snapshot-([0-9a-f]{16})\.rsnap$/)
/** A checkpoint or segment that a crash kept from getting its name. */
export const isTemporary = (name: string) => /^(snapshot|journal)-.*\.tmp$/.test(name)

/** What lies in a store folder, oldest first. */
export type StoreFiles = {
  readonly segments: readonly number[]
  readonly checkpoints: readonly number[]
  readonly temporary: readonly string[]
}

export function sortFiles(names: readonly string[]): StoreFiles {
  const numbers = (parse: (name: string) => number | null) =>
    names.flatMap((name) => parse(name) ?? []).sort((one, other) => one - other)
  return {
    segments: numbers(segmentOf),
    checkpoints: numbers(checkpointOf),
    temporary: names.filter(isTemporary),
  }
}
