/** Keeps what proves an administrator's password, apart from the directory and its history. */
export interface CredentialStore {
  /** The encoded hash, or null when the user has no password. */
  read(userId: string): Promise<string | null>
  /** On disk when it resolves. */
  write(userId: string, hash: string): Promise<void>
}
