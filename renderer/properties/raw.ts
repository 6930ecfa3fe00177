/** What an editor holds of one property: as typed, not cleaned yet. */
export type Raw = string | boolean | readonly string[] | null

export const asText = (raw: Raw | undefined): string => (typeof raw === 'string' ? raw : '')

export const asList = (raw: Raw | undefined): readonly string[] => (Array.isArray(raw) ? raw : [])
