/** What the keys of all queries of the history begin with. */
export const historyKey = ['history'] as const
