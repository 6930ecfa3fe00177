import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { squareToKeep } from '../../../../electron/photos/square-to-keep.ts'

const picture = { width: 400, height: 300 }

describe('squareToKeep', () => {
  it('keeps the middle without a crop', () => {
    expect(squareToKeep(picture)).toEqual({ left: 50, top: 0, size: 300 })
    expect(squareToKeep({ width: 3, height: 8 })).toEqual({ left: 0, top: 2, size: 3 })
  })

  it('keeps the crop', () => {
    const crop = { x: 10, y: 20, size: 100 }
    expect(squareToKeep(picture, crop)).toEqual({ left: 10, top: 20, size: 100 })
  })

  it('rounds to whole pixels', () => {
    const crop = { x: 10.4, y: 20.6, size: 99.5 }
    expect(squareToKeep(picture, crop)).toEqual({ left: 10, top: 21, size: 100 })
  })

  it('moves a crop back that rounding put one pixel outside', () => {
    const crop = { x: 300.5, y: 0, size: 99.5 }
    expect(squareToKeep(picture, crop)).toEqual({ left: 300, top: 0, size: 100 })
  })

  it('shrinks a crop that is one pixel larger than the picture', () => {
    const crop = { x: 0, y: 0, size: 301 }
    expect(squareToKeep(picture, crop)).toEqual({ left: 0, top: 0, size: 300 })
  })

  it.each([
    ['to the right', { x: 302, y: 0, size: 100 }],
    ['below', { x: 0, y: 202, size: 100 }],
    ['to the left', { x: -2, y: 0, size: 100 }],
    ['above', { x: 0, y: -2, size: 100 }],
    ['on all sides', { x: 0, y: 0, size: 302 }],
    ['as nothing at all', { x: 0, y: 0, size: -1 }],
    ['nowhere', { x: Number.NaN, y: 0, size: 100 }],
    ['endlessly far', { x: 0, y: Number.POSITIVE_INFINITY, size: 100 }],
  ])('refuses a crop that lies outside %s', (_, crop) => {
    const failure = { code: 'invalid-input', key: 'photoCrop' }
    expect(() => squareToKeep(picture, crop)).toThrow(expect.objectContaining(failure))
  })

  it('keeps every crop inside within a pixel, and never leaves the picture', () => {
    const edges = fc.integer({ min: 1, max: 5000 })
    const fraction = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        edges,
        edges,
        fraction,
        fraction,
        fraction,
        (width, height, along, down, part) => {
          const size = Math.max(1, part * Math.min(width, height))
          const crop = { x: along * (width - size), y: down * (height - size), size }
          const kept = squareToKeep({ width, height }, crop)
          expect(kept.left).toBeGreaterThanOrEqual(0)
          expect(kept.top).toBeGreaterThanOrEqual(0)
          expect(kept.left + kept.size).toBeLessThanOrEqual(width)
          expect(kept.top + kept.size).toBeLessThanOrEqual(height)
          expect(Math.abs(kept.size - crop.size)).toBeLessThanOrEqual(1)
          expect(Math.abs(kept.left - crop.x)).toBeLessThanOrEqual(1)
          expect(Math.abs(kept.top - crop.y)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
