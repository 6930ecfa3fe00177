import type { Rule as Broken, Values } from '../../../text/message.ts'
import { PatternFaultFound } from './pattern-node.ts'

/** Walks over the characters of a pattern. */
export class PatternReader {
  readonly #pattern: string
  #at = 0

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  /** What comes next, as a whole character; empty at the end. */
  get next(): string {
    const code = this.#pattern.codePointAt(this.#at)
    return code === undefined ? '' : String.fromCodePoint(code)
  }

  take(): string {
    const { next } = this
    this.#at += next.length
    return next
  }

  /** Takes this text if it comes next. */
  took(text: string): boolean {
    const comes = this.#pattern.startsWith(text, this.#at)
    if (comes) this.#at += text.length
    return comes
  }

  /** Takes what a sticky expression finds here; null when it finds nothing. */
  match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at
    const found = expression.exec(this.#pattern)
    if (found) this.#at = expression.lastIndex
    return found
  }
}

export function failPattern(rule: Broken, values?: Values): never {
  throw new PatternFaultFound({ rule, ...(values ? { values } : {}) })
}
