import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actionsOf,
  type BulkEdit,
  bulkEditsSchema,
  editedValue,
} from '../../../../shared/fields/bulk-edit.ts'
import { propertyNames, propertyOf } from '../../../../shared/fields/catalogue.ts'
import { checkValue, emptyValues } from '../../../../shared/fields/values.ts'

const replace = (find: string, replacement: string): BulkEdit => ({
  property: 'jobTitle',
  action: 'replace',
  find,
  replacement,
})

const text = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' })

describe('actionsOf', () => {
  it('lets every property be set, and cleared where it may be empty', () => {
    for (const name of propertyNames) {
      expect(actionsOf(name)).toContain('set')
      const { required, keepsValue } = propertyOf(name)
      expect(actionsOf(name).includes('clear')).toBe(!required && !keepsValue)
    }
  })

  it('offers adding and removing for lists, text for what is text, neither for choices', () => {
    expect(actionsOf('otherMails')).toEqual(['add', 'remove', 'replace', 'set', 'clear'])
    expect(actionsOf('displayName')).toEqual(['set', 'replace', 'append', 'prepend'])
    expect(actionsOf('ageGroup')).toEqual(['set', 'clear'])
    expect(actionsOf('accountEnabled')).toEqual(['set'])
  })
})

describe('bulkEditsSchema', () => {
  it.each([
    [
      'an action that the property does not know',
      [{ property: 'city', action: 'add', value: 'x' }],
    ],
    ['a property that there is not', [{ property: 'shoeSize', action: 'clear' }]],
    ['nothing to find', [replace('', 'x')]],
    ['the same property twice', [replace('a', 'b'), replace('b', 'c')]],
    ['no edit at all', []],
  ])('refuses %s', (_case, edits) => {
    expect(bulkEditsSchema.safeParse(edits).success).toBe(false)
  })
})

describe('editedValue', () => {
  it('replaces a text everywhere, as it is written, whatever characters it has', () => {
    expect(editedValue(replace('.', '$&'), 'a.b.c')).toBe('a$&b$&c')
    expect(editedValue(replace('Senior', 'Lead'), 'senior Senior')).toBe('senior Lead')
    fc.assert(
      fc.property(text, text, fc.array(text, { minLength: 1 }), (find, replacement, parts) => {
        expect(editedValue(replace(find, replacement), parts.join(find))).toBe(
          parts.map((part) => part.split(find).join(replacement)).join(replacement),
        )
      }),
    )
  })

  it('adds text before and after, to every value of a list, and to nothing that is empty', () => {
    const append: BulkEdit = { property: 'city', action: 'append', text: ' (old)' }
    const prepend: BulkEdit = { property: 'businessPhones', action: 'prepend', text: '+47 ' }
    expect(editedValue(append, 'Oslo')).toBe('Oslo (old)')
    expect(editedValue(append, null)).toBe(null)
    expect(editedValue(prepend, ['22 00'])).toEqual(['+47 22 00'])
    expect(editedValue(prepend, [])).toEqual([])
  })

  it('adds a value to a list once, and removes it however it is written', () => {
    const add: BulkEdit = { property: 'proxyAddresses', action: 'add', value: 'Ada@old.example' }
    const remove: BulkEdit = { ...add, action: 'remove' }
    const before = ['SMTP:ada@new.example']
    const after = editedValue(add, before)
    expect(after).toEqual(['SMTP:ada@new.example', 'smtp:Ada@old.example'])
    expect(editedValue(add, after)).toEqual(after)
    expect(editedValue(remove, after)).toEqual(before)
    expect(editedValue(remove, before)).toEqual(before)
  })

  it('clears to what the rule takes as no value', () => {
    for (const name of propertyNames.filter((each) => actionsOf(each).includes('clear'))) {
      const cleared = editedValue({ property: name, action: 'clear' }, 'whatever there was')
      expect(checkValue(name, cleared)).toEqual({ value: emptyValues[name] })
    }
  })
})
