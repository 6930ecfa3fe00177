import { setImmediate as letOthersRun } from 'node:timers/promises'

/** Milliseconds of work at a time: no request waits longer than this for its turn. */
const slice = 8

/** Lets others run between two slices of work. */
export type Pause = () => Promise<unknown>

/** How much is being done that somebody waits for. */
let waitedFor = 0

/** Work that somebody waits for: what pauses `inBackground` stands back meanwhile. It must not rest on such work itself. */
export async function inFront<Result>(work: () => Promise<Result>): Promise<Result> {
  waitedFor += 1
  try {
    return await work()
  } finally {
    waitedFor -= 1
  }
}

/** The pause of work that nobody waits for. */
export const inBackground: Pause = async () => {
  do await letOthersRun()
  while (waitedFor > 0)
}

/**
 * Hands the values on one by one, to work that itself has to wait; between slices of work, whatever else waits
 * has its turn.
 */
export async function* inSlices<T>(
  values: Iterable<T>,
  pause: Pause = letOthersRun,
): AsyncGenerator<T> {
  let begun = performance.now()
  for (const value of values) {
    if (performance.now() - begun > slice) {
      await pause()
      begun = performance.now()
    }
    yield value
  }
}

/** The same for work that need not wait: a promise for each of many small values takes longer than they do. */
export function eachInSlices<T>(
  values: Iterable<T>,
  visit: (value: T) => void,
  pause?: Pause,
): Promise<void> {
  return inSteps(visiting(values, visit), pause)
}

function* visiting<T>(values: Iterable<T>, visit: (value: T) => void): Generator<void, void> {
  for (const value of values) {
    visit(value)
    yield
  }
}

/** Takes steps until they come to a result; between slices of work, whatever else waits has its turn. */
export async function inSteps<Result>(
  steps: Generator<unknown, Result>,
  pause: Pause = letOthersRun,
): Promise<Result> {
  let begun = performance.now()
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value
    if (performance.now() - begun > slice) {
      await pause()
      begun = performance.now()
    }
  }
}

/** The same for as long as somebody wants it: afterwards no further step is taken. */
export function inStepsWhile(
  wanted: () => boolean,
  steps: Iterable<unknown>,
  pause?: Pause,
): Promise<void> {
  return inSteps(stepsWhile(wanted, steps), pause)
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
