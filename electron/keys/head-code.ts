import { digitsOf } from './recovery-key.ts'

/** Bytes of a mac that its code tells: too many to look for another history with the same. */
const told = 10

/** What stands for a whole history, short enough to write down: four groups of four. */
export function headCodeOf(mac: string): string {
  const digits = digitsOf(Buffer.from(mac, 'base64').subarray(0, told))
  return (digits.match(/.{4}/g) ?? []).join('-')
}
