import type { Problem } from '../../../text/message.ts'

/** Where something can be true between two characters. */
export type Edge = 'start' | 'end' | 'word' | 'notWord'

/** Whether a UTF-16 code unit, in small letters, is one of a set. */
export type CodeTest = (code: number) => boolean

/** A regular expression taken apart. */
export type PatternNode =
  | { readonly type: 'code'; readonly is: CodeTest }
  | { readonly type: 'edge'; readonly edge: Edge }
  | { readonly type: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | {
      readonly type: 'repeat'
      readonly part: PatternNode
      readonly least: number
      /** Null when there is no end to it. */
      readonly most: number | null
    }

/** Ends the reading of a pattern at the first thing that is wrong with it. */
export class PatternFaultFound extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.rule)
    this.problem = problem
  }
}
