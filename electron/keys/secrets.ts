/** What the operating system keeps for this account of this computer, and gives to nobody else's. */
export interface Secrets {
  /** How it keeps them; null while it cannot, or not safely. */
  backend(): Promise<string | null>

  seal(secret: string): Promise<Uint8Array>

  /** The secret, and whether it ought to be sealed anew. Throws when the system does not give it. */
  open(sealed: Uint8Array): Promise<{ readonly secret: string; readonly stale: boolean }>
}
