/** The mobile number of the person with this index, counted in a country from 0. */
export type NumberPlan = (index: number) => string

// 37 has no divisor in common with the sizes used here, so the numbers look drawn and never repeat.
const scattered = (index: number, size: number) => (index * 37 + 11) % size

const digits = (value: number, length: number) => String(value).padStart(length, '0')

/**
 * Numbers that reach nobody. Britain: Ofcom's numbers for drama. United States: 555-0100 to 555-0199.
 * The others are plainly invented: what follows the prefix begins with zeros, which no subscriber's
 * number does.
 */
export const plans = {
  britain: (index) => `+44 7700 900${digits(scattered(index, 1000), 3)}`,
  unitedStates: (index) => {
    const number = scattered(index, 300)
    return `+1 ${[716, 315, 607][Math.floor(number / 100)]}-555-01${digits(number % 100, 2)}`
  },
  germany: (index) => `+49 150 0000 0${digits(scattered(index, 1000), 3)}`,
  poland: (index) => `+48 000 000 ${digits(scattered(index, 1000), 3)}`,
  japan: (index) => `+81 90-0000-0${digits(scattered(index, 1000), 3)}`,
} satisfies Readonly<Record<string, NumberPlan>>

/** As `plans`, by country code, where there is no office. Sweden: PTS's numbers for fiction. */
export const field: ReadonlyMap<string, NumberPlan> = new Map(
  Object.entries({
    NO: (index: number) => `+47 00 00 01 ${digits(scattered(index, 100), 2)}`,
    DK: (index: number) => `+45 00 00 01 ${digits(scattered(index, 100), 2)}`,
    SE: (index: number) => `+46 70 174 06 ${digits(5 + scattered(index, 95), 2)}`,
    TR: (index: number) => `+90 000 000 01 ${digits(scattered(index, 100), 2)}`,
    JO: (index: number) => `+962 7 0000 01${digits(scattered(index, 100), 2)}`,
    IL: (index: number) => `+972 50-000-01${digits(scattered(index, 100), 2)}`,
    BR: (index: number) => `+55 11 00000-01${digits(scattered(index, 100), 2)}`,
    VN: (index: number) => `+84 00 000 01 ${digits(scattered(index, 100), 2)}`,
    IN: (index: number) => `+91 00000 001${digits(scattered(index, 100), 2)}`,
    CN: (index: number) => `+86 100 0000 01${digits(scattered(index, 100), 2)}`,
  }),
)

/** `+1 585-555-0100 ext. 214` → `+1 5855550100x214`, the only form authentication methods take. */
export function authenticationForm(telephone: string): string {
  const [, country, number = '', extension] =
    /^(\+\d+) ([^e]+)(?:ext\. (\d+))?$/.exec(telephone) ?? []
  return `${country} ${number.replace(/\D/g, '')}${extension ? `x${extension}` : ''}`
}
