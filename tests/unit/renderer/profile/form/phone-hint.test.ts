import { describe, expect, it } from 'vitest'
import { phoneHintOf } from '../../../../../renderer/profile/form/phone-hint.ts'

describe('phoneHintOf', () => {
  it.each([
    ['+44 20 7946 0958', ''],
    ['020 7946 0958', 'GB'],
    ['+1 425 555 0100', 'GB'],
  ])('has nothing to say of %s', (number, country) => {
    expect(phoneHintOf(number, country)).toBeNull()
  })

  it.each([
    ['', 'GB'],
    ['4711', 'GB'],
    ['020 7946 0958', ''],
    ['020 7946 0958', 'not a country'],
  ])('cannot tell of “%s” in “%s”', (number, country) => {
    expect(phoneHintOf(number, country)).toBeNull()
  })

  it('doubts a number of a length that its country does not have', () => {
    expect(phoneHintOf('+44 1', 'GB')).toEqual({ country: null })
    expect(phoneHintOf('020 7946 0958 1234 5678', 'GB')).toEqual({ country: 'GB' })
  })
})
