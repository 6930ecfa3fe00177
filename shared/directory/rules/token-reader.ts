import type { Rule as Broken, Values } from '../../text/message.ts'
import type { Token } from './lex.ts'
import type { RuleFault, Span } from './rule.ts'

/** Ends the parsing of a rule at the first thing that is wrong with it. */
export class RuleFaultFound extends Error {
  readonly fault: RuleFault

  constructor(fault: RuleFault) {
    super(fault.rule)
    this.fault = fault
  }
}

/** Walks over the tokens of a rule, which end with one of type `end`. */
export class TokenReader {
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  /** The next token, or one behind it; the end again behind the end. */
  peek(ahead = 0): Token {
    const token = this.#tokens[this.#next + ahead] ?? this.#tokens.at(-1)
    if (!token) throw new Error('A rule has no tokens, not even its end.')
    return token
  }

  take(): Token {
    const token = this.peek()
    this.#next += 1
    return token
  }

  /** Takes the next token if it is of this type. */
  took(type: Token['type']): boolean {
    const found = this.peek().type === type
    if (found) this.take()
    return found
  }

  /** From where a span begins to where the last token taken ends. */
  since({ start }: Span): Span {
    return { start, end: this.#tokens[this.#next - 1]?.end ?? start }
  }
}

/** Says what is wrong, and where. */
export function fail({ start, end }: Span, rule: Broken, values?: Values): never {
  throw new RuleFaultFound({ rule, ...(values ? { values } : {}), start, end })
}
