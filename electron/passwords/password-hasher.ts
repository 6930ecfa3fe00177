/** Turns a password into something that can be kept, and tells whether another one is the same. */
export interface PasswordHasher {
  hash(password: string): Promise<string>
  matches(password: string, hash: string): Promise<boolean>
}
