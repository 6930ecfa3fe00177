/** Records of one kind under their ids, in memory. A map is one. */
export interface Table<Kept> extends Iterable<[string, Kept]> {
  readonly size: number
  get(id: string): Kept | undefined
  has(id: string): boolean
  set(id: string, record: Kept): this
  delete(id: string): boolean
  keys(): IteratorObject<string>
  values(): IteratorObject<Kept>
}
