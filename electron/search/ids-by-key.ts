/** Which ids go with a key. Most keys have one id, which then is kept without a set of its own. */
export class IdsByKey {
  readonly #ids = new Map<string, string | Set<string>>()

  add(key: string, id: string) {
    const known = this.#ids.get(key)
    if (known === undefined) this.#ids.set(key, id)
    else if (typeof known !== 'string') known.add(id)
    else if (known !== id) this.#ids.set(key, new Set([known, id]))
  }

  delete(key: string, id: string) {
    const known = this.#ids.get(key)
    if (known === id) this.#ids.delete(key)
    if (known === undefined || typeof known === 'string') return
    known.delete(id)
    if (known.size === 0) this.#ids.delete(key)
  }

  of(key: string): readonly string[] {
    const known = this.#ids.get(key)
    if (known === undefined) return []
    return typeof known === 'string' ? [known] : [...known]
  }

  first(key: string): string | undefined {
    const known = this.#ids.get(key)
    return typeof known === 'object' ? known.values().next().value : known
  }
}
