/** What an editor holds of one property: as typed, not cleaned yet. */
export type Raw = string | boolean | readonly string[] | null

export const asText = (raw: Raw | undefined): string => (typeof raw === 'string' ? raw : '')

export const asList = (raw: Raw | undefined): readonly string[] => (Array.isArray(raw) ? raw : [])

/** Whether a value of the contract is one that an editor can hold. */
export function isRaw(value: unknown): value is Raw {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string')
  return value === null || typeof value === 'string' || typeof value === 'boolean'
}
