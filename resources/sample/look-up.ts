/** The entry of this name. A name that is not there is a slip in the tables. */
export function lookUp<T>(table: ReadonlyMap<string, T>, name: string): T {
  const entry = table.get(name)
  if (entry === undefined) throw new Error(`“${name}” is not in the sample.`)
  return entry
}
