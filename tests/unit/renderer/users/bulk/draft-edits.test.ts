import { describe, expect, it } from 'vitest'
import {
  type DraftEdit,
  draftOf,
  editOf,
  editsOf,
} from '../../../../../renderer/users/bulk/draft-edits.ts'

const draft = (part: Partial<DraftEdit>): DraftEdit => ({ ...draftOf('jobTitle'), ...part })

describe('editOf', () => {
  it('is null until all that the action needs is there', () => {
    expect(editOf(draft({}))).toBe(null)
    expect(editOf(draft({ value: '  ' }))).toBe(null)
    expect(editOf(draft({ action: 'replace', replacement: 'x' }))).toBe(null)
    expect(editOf(draft({ action: 'append' }))).toBe(null)
    expect(editOf({ ...draftOf('otherMails'), text: ' ' })).toBe(null)
    expect(editOf({ ...draftOf('businessPhones'), value: [''] })).toBe(null)
  })

  it('takes only what belongs to the action, and spaces as they were typed', () => {
    const typed = draft({ value: 'Clerk', find: 'a', replacement: '', text: ' (old)' })
    expect(editOf(typed)).toEqual({ property: 'jobTitle', action: 'set', value: 'Clerk' })
    expect(editOf({ ...typed, action: 'clear' })).toEqual({ property: 'jobTitle', action: 'clear' })
    expect(editOf({ ...typed, action: 'append' })).toEqual({
      property: 'jobTitle',
      action: 'append',
      text: ' (old)',
    })
    expect(editOf({ ...typed, action: 'replace' })).toEqual({
      property: 'jobTitle',
      action: 'replace',
      find: 'a',
      replacement: '',
    })
  })

  it('has a switch ready at once, since off is a value', () => {
    expect(editOf(draftOf('accountEnabled'))).toEqual({
      property: 'accountEnabled',
      action: 'set',
      value: false,
    })
  })
})

describe('editsOf', () => {
  it('is null while one of the edits is not complete, or there is none', () => {
    const complete = draft({ value: 'Clerk' })
    expect(editsOf([])).toBe(null)
    expect(editsOf([complete, draftOf('city')])).toBe(null)
    expect(editsOf([complete])).toHaveLength(1)
  })
})
