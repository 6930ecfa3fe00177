/** How many values are sorted, or put in their place, in one step. */
const step = 512

type Compare<Value> = (one: Value, other: Value) => number

/**
 * Sorts in steps: equal values stay as they were, and what is in order already costs one look at each.
 */
export function* sorting<Value>(
  values: readonly Value[],
  compare: Compare<Value>,
): Generator<void, Value[]> {
  let runs = yield* runsIn(values, compare)
  while (runs.length > 1) {
    const merged: Value[][] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* merging(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

/** Takes the values apart into runs, each in order: as long as they are, or short ones sorted. */
function* runsIn<Value>(
  values: readonly Value[],
  compare: Compare<Value>,
): Generator<void, Value[][]> {
  const runs: Value[][] = []
  for (let from = 0; from < values.length; ) {
    let to = from + 1
    for (; to < values.length; to += 1) {
      if (compare(values[to - 1] as Value, values[to] as Value) > 0) break
      if (to % step === 0) yield
    }
    const long = to - from >= step
    if (!long) to = from + step
    const run = values.slice(from, to)
    runs.push(long ? run : run.sort(compare))
    yield
    from = to
  }
  return runs
}

function* merging<Value>(
  one: Value[],
  other: Value[],
  compare: Compare<Value>,
): Generator<void, Value[]> {
  const merged: Value[] = []
  let left = 0
  let right = 0
  while (left < one.length && right < other.length) {
    const first = one[left] as Value
    const second = other[right] as Value
    if (compare(first, second) <= 0) {
      merged.push(first)
      left += 1
    } else {
      merged.push(second)
      right += 1
    }
    if (merged.length % step === 0) yield
  }
  return merged.concat(one.slice(left), other.slice(right))
}
