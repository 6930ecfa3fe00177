/** Space on the directory's disk that is kept taken, so that there is something to give up when it is full. */
export interface Ballast {
  /** Whether it was given up for a save and has not been made again since. */
  readonly spent: boolean

  /** Takes the space where there is plenty; else does nothing. Never throws: everything works without. */
  make(): Promise<void>

  /** Frees the space for one more save. Answers whether there was any. */
  giveUp(): Promise<boolean>
}
