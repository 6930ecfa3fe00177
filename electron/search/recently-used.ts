/** Keeps the values used last; the one not used for longest makes room. */
export class RecentlyUsed<Value> {
  readonly #limit: number
  readonly #values = new Map<string, Value>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** The value of a key, made when it is not kept. */
  get(key: string, make: () => Value): Value {
    const value = this.#values.get(key) ?? make()
    this.#values.delete(key)
    this.#values.set(key, value)
    const [oldest] = this.#values.keys()
    if (this.#values.size > this.#limit && oldest !== undefined) this.#values.delete(oldest)
    return value
  }

  has(key: string): boolean {
    return this.#values.has(key)
  }

  values(): Iterable<Value> {
    return this.#values.values()
  }

  clear() {
    this.#values.clear()
  }
}
