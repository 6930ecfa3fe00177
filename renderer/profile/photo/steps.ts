/** How far one press goes: in screen pixels, and as a factor. */
export const steps = { usual: 8, fine: 1, zoom: 1.1 } as const

/** The four ways to move the picture, by key or button. */
export const moves = {
  up: { key: 'ArrowUp', x: 0, y: -1 },
  left: { key: 'ArrowLeft', x: -1, y: 0 },
  right: { key: 'ArrowRight', x: 1, y: 0 },
  down: { key: 'ArrowDown', x: 0, y: 1 },
} as const
