import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formOf,
  holdsBytes,
  inputOfForm,
  jsonOf,
  valueOfJson,
} from '../../../../shared/contract/bytes.ts'

const key = fc.string().filter((name) => !['$part', '$bytes', '__proto__'].includes(name))
const input = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 20 }).map((bytes) => new Uint8Array(bytes)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value

describe('a form', () => {
  it('gives back whatever was put into it, bytes and all', async () => {
    await fc.assert(
      fc.asyncProperty(input, async (value) => {
        const sent = new Response(formOf(value))
        expect(await inputOfForm(await sent.formData())).toEqual(value)
      }),
    )
  })

  it('without an input is refused', async () => {
    await expect(inputOfForm(new FormData())).rejects.toThrow('no input')
  })

  it('that lacks a part is refused', async () => {
    const form = new FormData()
    form.append('input', '{"image":{"$part":"picture"}}')
    await expect(inputOfForm(form)).rejects.toThrow('lacks a part')
  })
})

describe('JSON', () => {
  it('gives back whatever was put into it, bytes and all', () => {
    fc.assert(
      fc.property(input, (value) => {
        expect(valueOfJson(jsonOf(value))).toEqual(value)
      }),
    )
  })

  it('carries more bytes than one call takes arguments', () => {
    const bytes = Uint8Array.from({ length: 200_001 }, (_, at) => at % 256)
    expect(valueOfJson(jsonOf({ file: bytes }))).toEqual({ file: bytes })
  })

  it('carries bytes as base64, however deep', () => {
    const json = '{"id":"1","image":{"$bytes":"AAH/"},"more":[{"$bytes":""}]}'
    expect(valueOfJson(json)).toEqual({
      id: '1',
      image: new Uint8Array([0, 1, 255]),
      more: [new Uint8Array()],
    })
  })

  it('leaves an object alone that only looks like bytes', () => {
    const values = { a: { $bytes: 5 }, b: { $bytes: 'AA==', name: 'x' } }
    expect(valueOfJson(JSON.stringify(values))).toEqual(values)
  })

  it('gives no object another prototype', () => {
    valueOfJson('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it.each(['', 'nothing', '{"a":', '{"image":{"$bytes":"%%%"}}'])('refuses %j', (text) => {
    expect(() => valueOfJson(text)).toThrow()
  })
})

describe('holdsBytes', () => {
  it('finds bytes at any depth, and only bytes', () => {
    expect(holdsBytes({ a: [{ b: new Uint8Array(1) }] })).toBe(true)
    expect(holdsBytes({ a: [{ b: 'text', c: null }] })).toBe(false)
  })
})
