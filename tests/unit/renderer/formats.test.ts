import { describe, expect, it } from 'vitest'
import { createFormats, localeOf } from '../../../renderer/text/formats.ts'

describe('createFormats', () => {
  const { country, language, day, moment, number } = createFormats('en-GB')

  it('names countries and languages, and leaves what is neither', () => {
    expect(country('NO')).toBe('Norway')
    expect(country('Norway')).toBe('Norway')
    expect(language('pl')).toBe('Polish')
    expect(language('no language')).toBe('no language')
  })

  it('shows the day that was stored, in every time zone', () => {
    expect(day('2026-03-01')).toBe('1 Mar 2026')
    expect(day('some day')).toBe('some day')
  })

  it('shows moments and numbers as the locale does', () => {
    expect(moment('2026-03-01T12:00:00Z')).toContain('2026')
    expect(number(1000)).toBe('1,000')
  })
})

describe('localeOf', () => {
  it('takes the computer’s own variant of the language, or the language as it is', () => {
    expect(localeOf('en', ['de-DE', 'en-GB', 'en-US'])).toBe('en-GB')
    expect(localeOf('en', ['de-DE'])).toBe('en')
  })
})
