const day = 24 * 60 * 60 * 1000

/** How many days deleted users are kept unless the directory says otherwise, as in Microsoft Entra. */
export const usualRetention = 30

export const retentionLimits = { shortest: 1, longest: 3650 } as const

/** For how many more days, the last one begun counting whole, somebody deleted then can be restored. */
export const daysLeft = (deletedDateTime: string, retention: number, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(deletedDateTime) - now.getTime()) / day + retention))
