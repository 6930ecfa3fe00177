import { useEffect, useRef } from 'react'
import type { Command } from '../../shared/contract/commands.ts'

type Run = () => void

const offered = new Map<Command, Run>()
let awaited: Command | null = null

/** Offers a command of the host's menu for as long as what it belongs to is shown. */
export function useOfferedCommand(command: Command | undefined, run: Run) {
  const current = useRef(run)
  useEffect(() => {
    current.current = run
  })
  useEffect(() => {
    if (command === undefined) return undefined
    return offer(command, () => current.current())
  }, [command])
}

/** Offers a command, and runs it at once where it was chosen before the page that has it was shown. */
export function offer(command: Command, run: Run): () => void {
  offered.set(command, run)
  if (awaited === command) {
    awaited = null
    run()
  }
  return () => {
    if (offered.get(command) === run) offered.delete(command)
  }
}

/** Runs a command that is offered now. Answers whether it was. */
export function runOffered(command: Command): boolean {
  const run = offered.get(command)
  run?.()
  return run !== undefined
}

/** Runs a command once it is offered; null when the person went elsewhere meanwhile. */
export function awaitOffer(command: Command | null): void {
  awaited = command
}
