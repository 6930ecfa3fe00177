import type { Display, Rectangle } from 'electron'
import { z } from '../../shared/zod.ts'

/** Where the window was when it was closed; a computer's own matter, never a person's. */
export const windowStateSchema = z.strictObject({
  width: z.int().min(480).max(20_000).default(1280),
  height: z.int().min(360).max(20_000).default(860),
  x: z.int().optional(),
  y: z.int().optional(),
  maximized: z.boolean().default(false),
})

export type WindowState = z.output<typeof windowStateSchema>

/** The place to open at: the last one, unless no display shows its title bar any more. */
export function placeOf(
  { width, height, x, y }: WindowState,
  displays: readonly Pick<Display, 'workArea'>[],
): Partial<Rectangle> {
  if (x === undefined || y === undefined) return { width, height }
  const reachable = displays.some(({ workArea }) => {
    const inside = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    return inside >= 100 && y >= workArea.y && y < workArea.y + workArea.height - 40
  })
  return reachable ? { width, height, x, y } : { width, height }
}
