/** A list of numbers that grows, in a few bytes each. */
export class NumberColumn<Numbers extends Uint32Array | Float64Array> {
  #numbers: Numbers
  #length = 0
  readonly #make: (length: number) => Numbers

  constructor(make: (length: number) => Numbers) {
    this.#make = make
    this.#numbers = make(16)
  }

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = this.#make(this.#length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#length] = value
    this.#length += 1
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0
  }
}

export const wholeNumbers = () => new NumberColumn((length) => new Uint32Array(length))
export const largeNumbers = () => new NumberColumn((length) => new Float64Array(length))
