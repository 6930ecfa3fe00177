import { setImmediate as letOthersRun } from 'node:timers/promises'

/** Milliseconds of work at a time: no request waits longer than this for its turn. */
const slice = 8

/**
 * Hands the values on one by one, to work that itself has to wait; between slices of work, whatever else waits
 * has its turn.
 */
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

/** The same for work that need not wait: a promise for each of many small values takes longer than they do. */
export function eachInSlices<T>(values: Iterable<T>, visit: (value: T) => void): Promise<void> {
  return inSteps(visiting(values, visit))
}

function* visiting<T>(values: Iterable<T>, visit: (value: T) => void): Generator<void, void> {
  for (const value of values) {
    visit(value)
    yield
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

/** The same for as long as somebody wants it: afterwards no further step is taken. */
export function inStepsWhile(wanted: () => boolean, steps: Iterable<unknown>): Promise<void> {
  return inSteps(stepsWhile(wanted, steps))
}

function* stepsWhile(wanted: () => boolean, steps: Iterable<unknown>): Generator<void, void> {
  for (const _step of steps) {
    if (!wanted()) return
    yield
  }
}

/** Takes all steps at once. */
export function atOnce<Result>(steps: Generator<unknown, Result>): Result {
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value
}
