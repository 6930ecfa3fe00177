import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainZip, protectedZip } from '../../../../electron/transfer/write-zip.ts'
import { filesInZip } from '../../../support/files-in-zip.ts'
import { openProtectedZip } from '../../../support/open-protected-zip.ts'

const password = 'Quaint-Owl-1843'

describe('a protected archive', () => {
  it('gives back to its password what was put into it', async () => {
    const bytes = fc.uint8Array({ maxLength: 3000 })
    await fc.assert(
      fc.asyncProperty(bytes, fc.string({ minLength: 1 }), async (content, secret) => {
        const archive = await protectedZip('passwords.csv', content, secret)
        expect(openProtectedZip(archive, secret)).toEqual({
          name: 'passwords.csv',
          bytes: Buffer.from(content),
        })
      }),
      { numRuns: 30 },
    )
  })

  it('gives nothing to another password', async () => {
    const archive = await protectedZip('passwords.csv', Buffer.from('secret'), password)
    expect(() => openProtectedZip(archive, `${password}!`)).toThrow('Wrong password')
  })

  it('shows nothing of what it holds', async () => {
    const secret = Buffer.from('aRq7-'.repeat(50))
    const archive = Buffer.from(await protectedZip('passwords.csv', secret, password))
    expect(archive.includes('aRq7')).toBe(false)
    expect(archive.includes('Quaint')).toBe(false)
  })

  it('differs each time, because its salt does', async () => {
    const once = () => protectedZip('passwords.csv', Buffer.from('secret'), password)
    expect(Buffer.from(await once()).equals(await once())).toBe(false)
  })
})

describe('an archive that anybody opens', () => {
  it('gives back every file that was put into it', async () => {
    const content = fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.uint8Array())
    await fc.assert(
      fc.asyncProperty(content, async (files) => {
        expect(filesInZip(await plainZip(files))).toEqual(
          new Map(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes)])),
        )
      }),
      { numRuns: 30 },
    )
  })
})
