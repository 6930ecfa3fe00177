import type { AccountHolder, AdministratorAccounts } from '../services/administrator-accounts.ts'
import type { CredentialStore } from '../store/credential-store.ts'
import type { PasswordHasher } from './password-hasher.ts'

/** Passwords as hashes in a file of their own. */
export class CredentialAccounts implements AdministratorAccounts {
  readonly #credentials: CredentialStore
  readonly #hasher: PasswordHasher

  constructor(credentials: CredentialStore, hasher: PasswordHasher) {
    this.#credentials = credentials
    this.#hasher = hasher
  }

  async hasPassword(userId: string): Promise<boolean> {
    return (await this.#credentials.read(userId)) !== null
  }

  async setPassword(
    { id }: AccountHolder,
    password: string,
    { mustChange }: { readonly mustChange: boolean },
  ): Promise<void> {
    const hash = await this.#hasher.hash(password)
    await this.#credentials.write(id, { hash, mustChange })
  }

  /** What is known of a user's password, or null when this is not it. */
  async check(userId: string, password: string): Promise<{ readonly mustChange: boolean } | null> {
    const credential = await this.#credentials.read(userId)
    if (!credential || !(await this.#hasher.matches(password, credential.hash))) return null
    return { mustChange: credential.mustChange }
  }
}
