const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })
const known = new Map<string, string>()

/** The English name of a country code; the code itself when it is none. */
export function countryName(code: string): string {
  let name = known.get(code)
  if (name === undefined) {
    name = /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code
    known.set(code, name)
  }
  return name
}
