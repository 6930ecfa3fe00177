/** The encoded hash of a password, and whether it was given to be changed. */
export type Credential = { readonly hash: string; readonly mustChange: boolean }

/** Keeps what proves an administrator's password, apart from the directory and its history. */
export interface CredentialStore {
  /** Null when the user has no password. */
  read(userId: string): Promise<Credential | null>
  /** On disk when it resolves. */
  write(userId: string, credential: Credential): Promise<void>
}
