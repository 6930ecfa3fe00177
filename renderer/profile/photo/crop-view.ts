/** An upright picture's size in its own pixels. */
export type Picture = { readonly width: number; readonly height: number }

/** A square of a picture, in its own pixels. */
export type Square = { readonly x: number; readonly y: number; readonly size: number }

/**
 * How a picture lies under the frame: how far its middle is from the frame's middle in screen pixels,
 * and how much larger it is than when its short side just fills the frame.
 */
export type CropView = { readonly x: number; readonly y: number; readonly zoom: number }

/** The frame's edge in screen pixels: what lies under it is kept. */
export const frame = 288

/** The smallest square worth keeping is what lists show. */
const smallest = 96
const furthest = 8

export const wholeView: CropView = { x: 0, y: 0, zoom: 1 }

export const mostZoom = (picture: Picture): number =>
  within(shortSideOf(picture) / smallest, 1, furthest)

/** Moves the picture on the screen, never so far that the frame would show what is not picture. */
export const moved = (view: CropView, picture: Picture, x: number, y: number): CropView =>
  kept({ ...view, x: view.x + x, y: view.y + y }, picture)

/** Zooms around what is in the frame's middle. */
export function zoomed(view: CropView, picture: Picture, wanted: number): CropView {
  const zoom = within(wanted, 1, mostZoom(picture))
  const grown = zoom / view.zoom
  return kept({ x: view.x * grown, y: view.y * grown, zoom }, picture)
}

/** What lies under the frame, in whole pixels and never outside the picture. */
export function squareOf(view: CropView, picture: Picture): Square {
  const scale = scaleOf(view, picture)
  const size = within(Math.round(frame / scale), 1, shortSideOf(picture))
  const start = (length: number, offset: number) =>
    within(Math.round(length / 2 - offset / scale - size / 2), 0, length - size)
  return { x: start(picture.width, view.x), y: start(picture.height, view.y), size }
}

function kept({ x, y, zoom }: CropView, picture: Picture): CropView {
  const scale = scaleOf({ x, y, zoom }, picture)
  const furthestX = Math.max(0, (picture.width * scale - frame) / 2)
  const furthestY = Math.max(0, (picture.height * scale - frame) / 2)
  return { x: within(x, -furthestX, furthestX), y: within(y, -furthestY, furthestY), zoom }
}

/** Screen pixels for each pixel of the picture. */
const scaleOf = ({ zoom }: CropView, picture: Picture) => (frame * zoom) / shortSideOf(picture)

const shortSideOf = ({ width, height }: Picture) => Math.min(width, height)

const within = (value: number, lowest: number, highest: number) =>
  Math.min(Math.max(value, lowest), highest)
