/** What one administrator leaves lying on the desk: drafts, and how the list stood. */
export interface PersonalStore {
  read(ownerId: string, key: string): Promise<unknown>
  /** On disk when it resolves, unless the directory is read-only. Null removes the entry. */
  write(ownerId: string, key: string, value: unknown): Promise<void>
}
