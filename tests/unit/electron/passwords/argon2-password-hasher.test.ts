import { describe, expect, it } from 'vitest'
import { deriveKeyInThread } from '../../../../electron/keys/derive-key.ts'
import { Argon2PasswordHasher } from '../../../../electron/passwords/argon2-password-hasher.ts'

const hasher = new Argon2PasswordHasher(deriveKeyInThread(), { memory: 64, passes: 1 })

describe('Argon2PasswordHasher', () => {
  it('knows the password again, and no other', async () => {
    const hash = await hasher.hash('Analytical-Engine-1843')
    expect(await hasher.matches('Analytical-Engine-1843', hash)).toBe(true)
    expect(await hasher.matches('analytical-engine-1843', hash)).toBe(false)
  })

  it('never makes the same hash twice', async () => {
    const hashes = await Promise.all([hasher.hash('secret'), hasher.hash('secret')])
    expect(new Set(hashes).size).toBe(2)
  })

  it('reads what Argon2’s own tool wrote, at the costs of that time', async () => {
    // printf password | argon2 somesalt -id -t 2 -m 16 -p 1 from its own tests.
    const hash =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await hasher.matches('password', hash)).toBe(true)
    expect(await hasher.matches('Password', hash)).toBe(false)
  })

  it('refuses to compare with what is no hash', async () => {
    await expect(hasher.matches('secret', 'secret')).rejects.toThrow('not a hash')
  })
})
