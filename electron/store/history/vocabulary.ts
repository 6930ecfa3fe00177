/** How many properties have a bit of their own; those that come later share the last one. */
const width = 128

/** Short numbers for words that come again and again: the properties and the people of a history. */
export class Vocabulary {
  readonly #properties = new Map<string, number>()
  readonly #actors = new Map<string, number>()

  /** The bit of a property. Numbers it when it is new. */
  bitOf(property: string): number {
    return Math.min(numberOf(this.#properties, property), width - 1)
  }

  /** The bit of a property, or undefined when nothing has it. */
  knownBitOf(property: string): number | undefined {
    const number = this.#properties.get(property)
    return number === undefined ? undefined : Math.min(number, width - 1)
  }

  actor(id: string): number {
    return numberOf(this.#actors, id)
  }

  get actors(): readonly string[] {
    return [...this.#actors.keys()]
  }

  knownActor(id: string): number | undefined {
    return this.#actors.get(id)
  }
}

function numberOf(numbers: Map<string, number>, word: string): number {
  const known = numbers.get(word)
  if (known !== undefined) return known
  numbers.set(word, numbers.size)
  return numbers.size - 1
}

/** Words of 32 bits that hold a bit for each property. */
export const maskWords = width / 32
