import type { CodeTest, Edge, PatternNode } from './pattern-node.ts'
import { failPattern } from './pattern-reader.ts'

/** A step of a pattern; `next` and `ways` are places in its program, whose end is the match. */
export type Instruction =
  | { readonly op: 'take'; readonly is: CodeTest; readonly next: number }
  | { readonly op: 'edge'; readonly edge: Edge; readonly next: number }
  | { readonly op: 'split'; readonly ways: readonly number[] }

/** More steps than any pattern people write; each costs time at every character. */
const mostSteps = 500

/** The steps of a pattern, the first of which is where it begins. */
export function programOf(node: PatternNode): readonly Instruction[] {
  const program: Instruction[] = []
  write(node, program)
  return program
}

/** Writes the steps of a node; behind its last, the program goes on. */
function write(node: PatternNode, program: Instruction[]): void {
  if (program.length > mostSteps) failPattern('patternTooLarge')
  const next = program.length + 1
  switch (node.type) {
    case 'code':
      program.push({ op: 'take', is: node.is, next })
      return
    case 'edge':
      program.push({ op: 'edge', edge: node.edge, next })
      return
    case 'sequence':
      for (const part of node.parts) write(part, program)
      return
    case 'choice':
      writeChoice(node.parts, program)
      return
    case 'repeat':
      writeTimes(node.part, node.least, program)
      if (node.most === null) writeLoop(node.part, program)
      else writeOptional(node.part, node.most - node.least, program)
  }
}

function writeChoice(options: readonly PatternNode[], program: Instruction[]) {
  const leaves: number[] = []
  for (const option of options.slice(0, -1)) {
    const split = reserve(program)
    write(option, program)
    leaves.push(reserve(program))
    program[split] = { op: 'split', ways: [split + 1, program.length] }
  }
  for (const last of options.slice(-1)) write(last, program)
  for (const leave of leaves) program[leave] = { op: 'split', ways: [program.length] }
}

function writeTimes(part: PatternNode, times: number, program: Instruction[]) {
  for (let time = 0; time < times; time += 1) {
    const { length } = program
    write(part, program)
    // What takes nothing once takes nothing a thousand times.
    if (program.length === length) return
  }
}

function writeLoop(part: PatternNode, program: Instruction[]) {
  const split = reserve(program)
  write(part, program)
  program.push({ op: 'split', ways: [split] })
  program[split] = { op: 'split', ways: [split + 1, program.length] }
}

function writeOptional(part: PatternNode, times: number, program: Instruction[]) {
  const splits: number[] = []
  for (let time = 0; time < times; time += 1) {
    splits.push(reserve(program))
    write(part, program)
  }
  for (const split of splits) program[split] = { op: 'split', ways: [split + 1, program.length] }
}

/** A place whose step follows from what is written behind it. */
function reserve(program: Instruction[]): number {
  if (program.length > mostSteps) failPattern('patternTooLarge')
  program.push({ op: 'split', ways: [] })
  return program.length - 1
}
