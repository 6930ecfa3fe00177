import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

// Makes the icons of the packages from the page's one drawing: `node resources/icons.ts`.

const folder = import.meta.dirname
const drawing = join(folder, '..', 'renderer', 'icon.svg')

/** Pixels of the pictures in an .ico, and of the files that Linux desktops look for. */
export const icoSizes = [16, 24, 32, 48, 64, 128, 256] as const
export const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512] as const

/** The kinds of picture in an .icns (Apple's icon composition), each with its pixels. */
export const icnsKinds = {
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
} as const

type Picture = { readonly size: number; readonly png: Buffer }

/** Windows' container: a directory of entries, then the pictures as PNG. */
export function icoOf(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    // A byte holds no 256; zero stands for it.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** Apple's container: each picture as PNG behind its kind and length. */
export function icnsOf(pictures: readonly (readonly [kind: string, png: Buffer])[]): Buffer {
  const parts = pictures.map(([kind, png]) => Buffer.concat([tagged(kind, png.length), png]))
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([tagged('icns', length), ...parts])
}

function tagged(kind: string, length: number): Buffer {
  const head = Buffer.alloc(8)
  head.write(kind, 'latin1')
  head.writeUInt32BE(length + 8, 4)
  return head
}

async function draw(size: number): Promise<Buffer> {
  const density = (72 * size) / 512
  return sharp(await readFile(drawing), { density })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer()
}

if (import.meta.main) {
  const ico = await Promise.all(icoSizes.map(async (size) => ({ size, png: await draw(size) })))
  const icns = await Promise.all(
    Object.entries(icnsKinds).map(async ([kind, size]) => [kind, await draw(size)] as const),
  )
  await writeFile(join(folder, 'icon.ico'), icoOf(ico))
  await writeFile(join(folder, 'icon.icns'), icnsOf(icns))
  await writeFile(join(folder, 'icon.png'), await draw(512))
  await mkdir(join(folder, 'icons'), { recursive: true })
  for (const size of linuxSizes)
    await writeFile(join(folder, 'icons', `${size}x${size}.png`), await draw(size))
}
