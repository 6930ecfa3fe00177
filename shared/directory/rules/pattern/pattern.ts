import type { Problem } from '../../../text/message.ts'
import { isWordCode } from './code-tests.ts'
import { parsePattern } from './parse-pattern.ts'
import { type Edge, PatternFaultFound } from './pattern-node.ts'
import { type Instruction, programOf } from './program.ts'

/**
 * A regular expression that takes time in proportion to the text, whatever it is: it follows all its ways
 * through the text at once and never goes back, as JavaScript's own do, some of them for years. What needs
 * going back (references, looking around) is not supported. Capitals do not matter.
 */
export class Pattern {
  readonly #program: readonly Instruction[]
  /** In which round each instruction was last reached. */
  readonly #reached: Float64Array
  #round = 0

  private constructor(program: readonly Instruction[]) {
    this.#program = program
    this.#reached = new Float64Array(program.length)
  }

  /** The pattern of a text, or what is wrong with it. */
  static read(text: string): Pattern | Problem {
    try {
      return new Pattern(programOf(parsePattern(text)))
    } catch (error) {
      if (error instanceof PatternFaultFound) return error.problem
      throw error
    }
  }

  /** Whether the pattern is found anywhere in a text. */
  test(text: string): boolean {
    const small = text.toLowerCase()
    let takers: Instruction[] = []
    for (let at = 0; at <= small.length; at += 1) {
      this.#round += 1
      const reached: Instruction[] = []
      const code = small.charCodeAt(at - 1)
      for (const instruction of takers)
        if (instruction.op === 'take' && instruction.is(code))
          if (this.#reach(instruction.next, small, at, reached)) return true
      if (this.#reach(0, small, at, reached)) return true
      takers = reached
    }
    return false
  }

  /** Follows the ways on from an instruction that take nothing. Answers whether one of them ends. */
  #reach(index: number, text: string, at: number, takers: Instruction[]): boolean {
    if (this.#reached[index] === this.#round) return false
    this.#reached[index] = this.#round
    const instruction = this.#program[index]
    if (!instruction) return true
    switch (instruction.op) {
      case 'take':
        takers.push(instruction)
        return false
      case 'edge':
        return (
          isAtEdge(instruction.edge, text, at) && this.#reach(instruction.next, text, at, takers)
        )
      case 'split':
        return instruction.ways.some((way) => this.#reach(way, text, at, takers))
    }
  }
}

function isAtEdge(edge: Edge, text: string, at: number): boolean {
  switch (edge) {
    case 'start':
      return at === 0
    case 'end':
      return at === text.length
    case 'word':
      return isBetweenWords(text, at)
    case 'notWord':
      return !isBetweenWords(text, at)
  }
}

const isBetweenWords = (text: string, at: number) => isWordAt(text, at - 1) !== isWordAt(text, at)

const isWordAt = (text: string, at: number) =>
  at >= 0 && at < text.length && isWordCode(text.charCodeAt(at))
