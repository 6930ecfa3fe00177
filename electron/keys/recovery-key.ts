import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { recoveryDigits as digits, recoveryDigitsIn } from '../../shared/recovery-key.ts'
import { keyLength } from './aead.ts'

const secretLength = 20
const checkDigits = 4
const allDigits = 32 + checkDigits

/** What a recovery key is made of: 160 random bits. */
export const makeRecoverySecret = (): Buffer => randomBytes(secretLength)

/** The secret as a person writes it down: eight groups of four, and one that shows a slip of the pen. */
export function recoveryKeyOf(secret: Uint8Array): string {
  const text = digitsOf(secret) + checkOf(secret)
  return (text.match(/.{4}/g) ?? []).join('-')
}

/** The secret in what a person typed. Null when it is no recovery key, or one with a mistake in it. */
export function recoverySecretIn(typed: string): Buffer | null {
  const text = recoveryDigitsIn(typed)
  if (text.length !== allDigits || [...text].some((digit) => !digits.includes(digit))) return null
  const secret = bytesOf(text.slice(0, -checkDigits))
  return checkOf(secret) === text.slice(-checkDigits) ? secret : null
}

/** The key that a recovery secret stands for. It is random enough to need no slow derivation. */
export const keyOfRecoverySecret = (secret: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'roster recovery key v1', keyLength))

const checkOf = (secret: Uint8Array) =>
  digitsOf(createHash('sha256').update('roster recovery key').update(secret).digest()).slice(
    0,
    checkDigits,
  )

/** Five bits a digit. */
export function digitsOf(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += digits[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return text
}

function bytesOf(text: string): Buffer {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const digit of text) {
    held = (held << 5) | digits.indexOf(digit)
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push(held >> bits)
    held &= (1 << bits) - 1
  }
  return Buffer.from(bytes)
}
