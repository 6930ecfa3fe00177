import type { Problem } from '../../text/message.ts'

/** `en` or `en-US`: the form of RFC 4646 that Graph's `preferredLanguage` takes. */
export function checkLanguage(value: string): Problem | undefined {
  return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(value)
    ? undefined
    : { rule: 'notALanguage', values: { value } }
}
