import {
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-native.js'

/** AES with a key of 256 bits, as WinZip, 7-Zip and Keka write and read it. */
const aes256 = 3

/** One file in an archive that only its password opens. The name of the file can be read without it. */
export async function protectedZip(
  name: string,
  bytes: Uint8Array,
  password: string,
): Promise<Uint8Array> {
  const archive = new ZipWriter(new Uint8ArrayWriter(), {
    password,
    encryptionStrength: aes256,
    useWebWorkers: false,
  })
  await archive.add(name, new Uint8ArrayReader(bytes))
  return archive.close()
}
