import type { Problem } from '../../text/message.ts'

const foreignCharacter = /[^\d\s+().\-/x;=ext#*]/iu
const authenticationPhone = /^\+[1-9]\d{0,2} \d{4,14}(x\d{1,8})?$/

/**
 * A number people dial. Only its characters are checked: whether it can exist is a hint, never a
 * refusal, because directories hold extensions and internal numbers.
 */
export function checkPhone(value: string): Problem | undefined {
  const foreign = foreignCharacter.exec(value)
  return foreign ? { rule: 'notANumber', values: { value, character: foreign[0] } } : undefined
}

/** Graph's form of a phone authentication method: `+{country} {number}x{extension}`. */
export function checkAuthenticationPhone(value: string): Problem | undefined {
  return authenticationPhone.test(value)
    ? undefined
    : { rule: 'notAnAuthenticationPhone', values: { value } }
}
