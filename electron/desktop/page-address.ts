export const scheme = 'roster'

/** The one address that the window loads, and its origin. */
export const pageOrigin = `${scheme}://app`
export const pageAddress = `${pageOrigin}/`

export function isPageAddress(address: string): boolean {
  // Not by `origin`, which is "null" in Node for every scheme that it does not know.
  const url = URL.parse(address)
  return url?.protocol === `${scheme}:` && url.host === 'app'
}
