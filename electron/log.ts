/** Where the application writes what went wrong. Never the values of a user's properties. */
export interface Log {
  info(message: string): void
  error(message: string, cause?: unknown): void
}

/** In the data folder: the log, and the full one before it. */
export const logFiles = ['roster.log', 'roster.old.log'] as const
