import { describe, expect, it } from 'vitest'
import { placeOf, windowStateSchema } from '../../../../electron/desktop/window-state.ts'

const left = { workArea: { x: 0, y: 25, width: 1920, height: 1055 } }
const right = { workArea: { x: 1920, y: 0, width: 2560, height: 1440 } }
const size = { width: 1000, height: 700 }
const at = (x: number, y: number) => ({ ...windowStateSchema.parse(size), x, y })

describe('placeOf', () => {
  it('is where the window was, on whichever display', () => {
    expect(placeOf(at(100, 50), [left])).toEqual({ ...size, x: 100, y: 50 })
    expect(placeOf(at(2000, 50), [left, right])).toEqual({ ...size, x: 2000, y: 50 })
    expect(placeOf(at(-500, 50), [left])).toEqual({ ...size, x: -500, y: 50 })
  })

  it('is left to the system when the display is gone or the title bar is out of reach', () => {
    expect(placeOf(at(2000, 50), [left])).toEqual(size)
    expect(placeOf(at(-950, 50), [left])).toEqual(size)
    expect(placeOf(at(100, 0), [left])).toEqual(size)
    expect(placeOf(at(100, 1060), [left])).toEqual(size)
  })

  it('is left to the system the first time', () => {
    expect(placeOf(windowStateSchema.parse({}), [left])).toEqual({ width: 1280, height: 860 })
  })
})
