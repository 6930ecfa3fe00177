import { describe, expect, it } from 'vitest'
import { checkImage } from '../../../../electron/photos/check-image.ts'
import { aJpeg } from '../../../support/images.ts'

const padded = async (length: number) => {
  const bytes = new Uint8Array(length)
  bytes.set(await aJpeg())
  return bytes
}

const failureOf = (image: Uint8Array) => {
  try {
    checkImage(image)
  } catch (error) {
    return error
  }
  return null
}

describe('checkImage', () => {
  it('accepts 20 MB and not a byte more', async () => {
    expect(failureOf(await padded(20 * 2 ** 20))).toBeNull()
    expect(failureOf(await padded(20 * 2 ** 20 + 1))).toMatchObject({
      code: 'too-large',
      key: 'photoTooLarge',
      values: { size: 20.1, limit: 20 },
    })
  })

  it('names the size of a larger file', async () => {
    expect(failureOf(await padded(21 * 2 ** 20))).toMatchObject({ values: { size: 21, limit: 20 } })
  })

  it('refuses an empty file', () => {
    expect(failureOf(new Uint8Array())).toMatchObject({ code: 'bad-image', key: 'photoEmpty' })
  })

  it('refuses a text, whatever it is called', () => {
    const text = new TextEncoder().encode('portrait.jpg')
    expect(failureOf(text)).toMatchObject({ code: 'bad-image', key: 'photoNotAPicture' })
  })

  it('names the kind of a picture that it does not take', () => {
    const gif = new TextEncoder().encode('GIF89a')
    expect(failureOf(gif)).toMatchObject({
      code: 'bad-image',
      key: 'photoUnsupported',
      values: { format: 'GIF' },
    })
  })
})
