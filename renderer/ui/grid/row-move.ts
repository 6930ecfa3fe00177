/** Where a key leads from a row, or null when the key moves nothing. */
export function rowMove(key: string, from: number, count: number, page: number): number | null {
  const to = targetOf(key, from, count, Math.max(page, 1))
  return to === null || count === 0 ? null : Math.min(Math.max(to, 0), count - 1)
}

function targetOf(key: string, from: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return from + 1
    case 'ArrowUp':
      return from - 1
    case 'PageDown':
      return from + page
    case 'PageUp':
      return from - page
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
