import { photoFailure } from './photo-failure.ts'
import type { Crop } from './photo-processor.ts'

type Picture = { readonly width: number; readonly height: number }

/** Whole pixels of the upright picture. */
export type Square = { readonly left: number; readonly top: number; readonly size: number }

/** The middle square, or the crop in whole pixels, which may lie one pixel outside by rounding. */
export function squareToKeep(picture: Picture, crop?: Crop): Square {
  const longest = Math.min(picture.width, picture.height)
  if (crop === undefined) {
    return {
      left: Math.floor((picture.width - longest) / 2),
      top: Math.floor((picture.height - longest) / 2),
      size: longest,
    }
  }
  const size = within(Math.round(crop.size), 1, longest)
  return {
    left: within(Math.round(crop.x), 0, picture.width - size),
    top: within(Math.round(crop.y), 0, picture.height - size),
    size,
  }
}

function within(value: number, lowest: number, highest: number): number {
  if (!(value >= lowest - 1 && value <= highest + 1)) throw photoFailure('photoCrop')
  return Math.min(Math.max(value, lowest), highest)
}
