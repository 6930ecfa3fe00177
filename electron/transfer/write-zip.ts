import {
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-native.js'

/** AES with a key of 256 bits, as WinZip, 7-Zip and Keka write and read it. */
const aes256 = 3

/** One file in an archive that only its password opens. The name of the file can be read without it. */
export const protectedZip = (
  name: string,
  bytes: Uint8Array,
  password: string,
): Promise<Uint8Array> => zipOf({ [name]: bytes }, { password, encryptionStrength: aes256 })

/** Files by their names in an archive that anybody opens. */
export const plainZip = (files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> =>
  zipOf(files, {})

async function zipOf(
  files: Readonly<Record<string, Uint8Array>>,
  protection: { readonly password?: string; readonly encryptionStrength?: typeof aes256 },
): Promise<Uint8Array> {
  const archive = new ZipWriter(new Uint8ArrayWriter(), { ...protection, useWebWorkers: false })
  for (const [name, bytes] of Object.entries(files))
    await archive.add(name, new Uint8ArrayReader(bytes))
  return archive.close()
}
