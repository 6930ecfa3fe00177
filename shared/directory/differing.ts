/**
 * An old and a new value; of two lists, such as a group's members, only what is in one of them, unless they
 * differ in order alone.
 */
export function differing(from: unknown, to: unknown): readonly [unknown, unknown] {
  if (!isList(from) || !isList(to)) return [from, to]
  const [had, has] = [new Set(from), new Set(to)]
  const gone = from.filter((each) => !has.has(each))
  const come = to.filter((each) => !had.has(each))
  const inOrder = from.length === to.length && from.every((each, at) => each === to[at])
  return gone.length + come.length > 0 || inOrder ? [gone, come] : [from, to]
}

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
