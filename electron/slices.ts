import { setImmediate as letOthersRun } from 'node:timers/promises'

/** Milliseconds of work at a time: no request waits longer than this for its turn. */
const slice = 8

/** Hands the values on one by one; between slices of work, whatever else waits has its turn. */
export async function* inSlices<T>(values: Iterable<T>): AsyncGenerator<T> {
  let begun = performance.now()
  for (const value of values) {
    if (performance.now() - begun > slice) {
      await letOthersRun()
      begun = performance.now()
    }
    yield value
  }
}

/** Takes steps until they come to a result; between slices of work, whatever else waits has its turn. */
export async function inSteps<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  let begun = performance.now()
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value
    if (performance.now() - begun > slice) {
      await letOthersRun()
      begun = performance.now()
    }
  }
}

/** Takes all steps at once. */
export function atOnce<Result>(steps: Generator<unknown, Result>): Result {
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value
}
