import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { icnsKinds, icoSizes, linuxSizes } from '../../../resources/icons.ts'
import { headerOf } from '../../support/images.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'resources')

describe('the icons', () => {
  it('of Windows hold a picture of each size, where their directory says it is', async () => {
    const file = await readFile(join(folder, 'icon.ico'))
    expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1])
    const pictures = Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
      const length = file.readUInt32LE(6 + 16 * index + 8)
      const offset = file.readUInt32LE(6 + 16 * index + 12)
      return file.subarray(offset, offset + length)
    })
    const headers = await Promise.all(pictures.map(headerOf))
    expect(headers.map(({ format, width, height }) => [format, width, height])).toEqual(
      icoSizes.map((size) => ['png', size, size]),
    )
  })

  it('of macOS hold a picture of each kind, one behind the other', async () => {
    const file = await readFile(join(folder, 'icon.icns'))
    expect(file.toString('latin1', 0, 4)).toBe('icns')
    expect(file.readUInt32BE(4)).toBe(file.length)
    const found: Record<string, number | undefined> = {}
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      const picture = file.subarray(at + 8, at + file.readUInt32BE(at + 4))
      found[file.toString('latin1', at, at + 4)] = (await headerOf(picture)).width
    }
    expect(found).toEqual(icnsKinds)
  })

  it.each(linuxSizes)('of Linux is a picture of %i pixels', async (size) => {
    const { format, width, height } = await headerOf(
      await readFile(join(folder, 'icons', `${size}x${size}.png`)),
    )
    expect([format, width, height]).toEqual(['png', size, size])
  })
})
