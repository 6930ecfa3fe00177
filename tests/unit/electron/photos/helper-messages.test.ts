import { describe, expect, it } from 'vitest'
import {
  errorOf,
  isPhotoRequest,
  parsePhotoAnswer,
  refusalOf,
} from '../../../../electron/photos/helper-messages.ts'
import { photoFailure } from '../../../../electron/photos/photo-failure.ts'

const photo = { master: Uint8Array.of(1), thumbnail: Uint8Array.of(2) }
const refusal = { code: 'bad-image', key: 'photoDamaged', values: {}, detail: 'cut short' } as const

describe('isPhotoRequest', () => {
  it('knows a request from anything else', () => {
    expect(isPhotoRequest({ id: 1, image: Uint8Array.of(1) })).toBe(true)
    for (const other of [null, 'photo', {}, { id: 1 }, { id: '1', image: Uint8Array.of(1) }]) {
      expect(isPhotoRequest(other)).toBe(false)
    }
  })
})

describe('parsePhotoAnswer', () => {
  it('reads a photo and a refusal', () => {
    const made = { id: 1, memory: 2, ok: true, ...photo }
    const refused = { id: 1, memory: 2, ok: false, ...refusal }
    expect(parsePhotoAnswer(made)).toEqual(made)
    expect(parsePhotoAnswer(refused)).toEqual(refused)
  })

  it('leaves out what does not belong to it', () => {
    const answer = parsePhotoAnswer({ id: 1, memory: 2, ok: true, ...photo, path: '/etc' })
    expect(answer).not.toHaveProperty('path')
  })

  it.each([
    ['no object', 'photo'],
    ['no id', { memory: 2, ok: true, ...photo }],
    ['no memory', { id: 1, ok: true, ...photo }],
    ['neither a photo nor a refusal', { id: 1, memory: 2 }],
    ['an empty photo', { id: 1, memory: 2, ok: true, ...photo, master: new Uint8Array() }],
    ['a text for a photo', { id: 1, memory: 2, ok: true, ...photo, master: 'photo' }],
    ['an unknown code', { id: 1, memory: 2, ok: false, ...refusal, code: 'fine' }],
    [
      'an inherited name for a sentence',
      { id: 1, memory: 2, ok: false, ...refusal, key: 'toString' },
    ],
    ['an object for a value', { id: 1, memory: 2, ok: false, ...refusal, values: { size: {} } }],
    [
      'a page of text for a value',
      { id: 1, memory: 2, ok: false, ...refusal, values: { size: 'x'.repeat(101) } },
    ],
    ['no detail', { id: 1, memory: 2, ok: false, ...refusal, detail: undefined }],
  ])('refuses %s', (_, message) => {
    expect(parsePhotoAnswer(message)).toBeNull()
  })
})

describe('refusalOf', () => {
  it('crosses to the application and back', () => {
    const values = { size: 21, limit: 20 }
    const failure = photoFailure('photoTooLarge', { values, cause: new Error('too large') })
    const { code, key, cause } = errorOf(refusalOf(failure))
    expect({ code, key }).toEqual({ code: 'too-large', key: 'photoTooLarge' })
    expect(errorOf(refusalOf(failure)).values).toEqual(values)
    expect(String(cause)).toContain('too large')
  })

  it('takes a failure that nobody foresaw for one of the helper', () => {
    const refused = refusalOf(new TypeError('not a function'))
    expect(refused).toMatchObject({ code: 'unexpected', key: 'photoHelper', values: {} })
    expect(refused.detail).toContain('not a function')
  })

  it('cuts a long detail', () => {
    expect(refusalOf(new Error('x'.repeat(10_000))).detail).toHaveLength(2000)
  })
})
