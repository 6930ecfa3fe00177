import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CropView,
  frame,
  mostZoom,
  moved,
  type Picture,
  squareOf,
  wholeView,
  zoomed,
} from '../../../../../renderer/profile/photo/crop-view.ts'

const landscape: Picture = { width: 4000, height: 3000 }

const pictures: fc.Arbitrary<Picture> = fc.record({
  width: fc.integer({ min: 1, max: 20_000 }),
  height: fc.integer({ min: 1, max: 20_000 }),
})

const distance = fc.double({ min: -5000, max: 5000, noNaN: true })

/** Whatever a person does, one thing after another. */
const actions = fc.array(
  fc.oneof(
    fc.record({ x: distance, y: distance }),
    fc.record({ zoom: fc.double({ min: 0.01, max: 100, noNaN: true }) }),
  ),
  { maxLength: 20 },
)

type Action = { readonly x: number; readonly y: number } | { readonly zoom: number }

const after = (picture: Picture, done: readonly Action[]): CropView =>
  done.reduce<CropView>(
    (view, action) =>
      'zoom' in action
        ? zoomed(view, picture, action.zoom)
        : moved(view, picture, action.x, action.y),
    wholeView,
  )

describe('squareOf', () => {
  it('keeps the middle square as wide as the picture allows before anything is done', () => {
    expect(squareOf(wholeView, landscape)).toEqual({ x: 500, y: 0, size: 3000 })
  })

  it('follows the picture as it moves: to the right shows more of its left', () => {
    // The frame shows 3,000 pixels, so 28.8 screen pixels are 300 of them.
    const view = moved(wholeView, landscape, frame / 10, 0)
    expect(squareOf(view, landscape)).toEqual({ x: 200, y: 0, size: 3000 })
  })

  it('is whole pixels inside the picture whatever a person does', () => {
    fc.assert(
      fc.property(pictures, actions, (picture, done) => {
        const { x, y, size } = squareOf(after(picture, done), picture)
        expect([x, y, size].every(Number.isInteger)).toBe(true)
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
        expect(size).toBeGreaterThanOrEqual(1)
        expect(x + size).toBeLessThanOrEqual(picture.width)
        expect(y + size).toBeLessThanOrEqual(picture.height)
      }),
    )
  })
})

describe('moved', () => {
  it('stops at the edge of the picture', () => {
    const view = moved(wholeView, landscape, 10_000, 10_000)
    expect(squareOf(view, landscape)).toEqual({ x: 0, y: 0, size: 3000 })
  })

  it('can be taken back until it meets an edge', () => {
    const there = moved(wholeView, landscape, 20, 0)
    expect(moved(there, landscape, -20, 0)).toEqual(wholeView)
  })
})

describe('zoomed', () => {
  it('keeps what is in the middle of the frame there', () => {
    const view = zoomed(wholeView, landscape, 2)
    expect(squareOf(view, landscape)).toEqual({ x: 1250, y: 750, size: 1500 })
  })

  it('goes out no further than the whole short side, and back inside the picture', () => {
    const corner = moved(zoomed(wholeView, landscape, 4), landscape, 10_000, 10_000)
    expect(squareOf(zoomed(corner, landscape, 0), landscape)).toEqual({ x: 0, y: 0, size: 3000 })
  })

  it('goes in no further than a square that still fills a list', () => {
    const picture = { width: 300, height: 192 }
    expect(mostZoom(picture)).toBe(2)
    expect(squareOf(zoomed(wholeView, picture, 100), picture).size).toBe(96)
  })

  it('leaves a picture alone that is smaller than that', () => {
    expect(mostZoom({ width: 40, height: 60 })).toBe(1)
  })
})
