/** Whether this is the long form, by `npm run test:faults`, or the share that `npm test` takes. */
export const long = process.env.ROSTER_FAULTS === 'long'

/** How much of something to do. */
export const scaled = (share: number, whole: number) => (long ? whole : share)

/** Everything random follows from it: the same seed runs the same faults. */
export const seed = Number(process.env.ROSTER_FAULTS_SEED ?? 1)
