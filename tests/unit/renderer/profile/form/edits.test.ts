import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changesOf,
  edited,
  editsIn,
  valuesWith,
  withoutEdit,
} from '../../../../../renderer/profile/form/edits.ts'
import { checkValue } from '../../../../../shared/fields/values.ts'
import { ada } from './stored-values.ts'

const address = 'ada.lovelace@contoso.example'

describe('changesOf', () => {
  it('answers what differs from what is stored, cleaned', () => {
    expect(changesOf(ada, { jobTitle: '  Analyst ', givenName: ' Ada ' })).toEqual({
      jobTitle: 'Analyst',
    })
  })

  it('takes an emptied field for a cleared value, and for no change where there was none', () => {
    expect(changesOf(ada, { surname: ' ', department: '' })).toEqual({ surname: null })
  })

  it('keeps a value that breaks a rule as it was typed', () => {
    expect(changesOf(ada, { mail: 'not an address', displayName: ' ' })).toEqual({
      mail: 'not an address',
      displayName: ' ',
    })
  })

  it('compares lists by what is in them', () => {
    expect(changesOf(ada, { otherMails: [], businessPhones: ['1'] })).toEqual({
      businessPhones: ['1'],
    })
  })

  it('answers nothing for changes that were stored', () => {
    const names = fc.constantFrom('jobTitle', 'city', 'surname', 'streetAddress' as const)
    fc.assert(
      fc.property(names, fc.string({ maxLength: 60, unit: 'grapheme' }), (name, text) => {
        const changes = changesOf(ada, { [name]: text })
        expect(changesOf({ ...ada, ...changes }, { [name]: text })).toEqual({})
      }),
    )
  })
})

describe('the email and the proxy addresses', () => {
  it('show a changed email as primary and keep the stored one', () => {
    const values = valuesWith(ada, { mail: 'ada@engine.example' })
    expect(values.proxyAddresses).toEqual(['SMTP:ada@engine.example', `smtp:${address}`])
  })

  it('leave the addresses alone while the email is not an address yet', () => {
    expect(valuesWith(ada, { mail: 'ada@' }).proxyAddresses).toEqual(ada.proxyAddresses)
  })

  it('show the primary address as the email', () => {
    const proxyAddresses = ['SMTP:ada@engine.example', `smtp:${address}`]
    expect(valuesWith(ada, { proxyAddresses }).mail).toBe('ada@engine.example')
  })

  it('keep no address that was only typed on the way to another', () => {
    let edits = edited(ada, {}, 'proxyAddresses', [
      ...(ada.proxyAddresses as string[]),
      'smtp:a@b.example',
    ])
    for (const typed of ['x', 'x@y', 'x@y.ex', 'x@y.example'])
      edits = edited(ada, edits, 'mail', typed)
    expect(edits.proxyAddresses).toEqual([
      'SMTP:x@y.example',
      `smtp:${address}`,
      'smtp:a@b.example',
    ])
  })

  it('follow a new primary address when both were edited', () => {
    const edits = edited(ada, { mail: 'x@y.example' }, 'proxyAddresses', ['SMTP:a@b.example'])
    expect(edits).toEqual({ mail: 'a@b.example', proxyAddresses: ['SMTP:a@b.example'] })
  })

  it('have the stored primary address back when the email is reverted', () => {
    const edits = { mail: 'x@y.example', proxyAddresses: ['SMTP:x@y.example', 'smtp:a@b.example'] }
    expect(withoutEdit(ada, edits, 'mail')).toEqual({
      proxyAddresses: [`SMTP:${address}`, 'smtp:a@b.example'],
    })
  })

  it('agree whatever is edited in whatever order', () => {
    const addresses = fc.constantFrom('a@b.example', 'c@d.example', address)
    const edit = fc.oneof(
      addresses.map((mail) => ['mail', mail] as const),
      fc
        .uniqueArray(addresses, { minLength: 1 })
        .map(
          ([first, ...rest]) =>
            ['proxyAddresses', [`SMTP:${first}`, ...rest.map((each) => `smtp:${each}`)]] as const,
        ),
    )
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (typed) => {
        const edits = typed.reduce((all, [name, raw]) => edited(ada, all, name, raw), {})
        const { mail, proxyAddresses } = valuesWith(ada, edits)
        expect(proxyAddresses).toContain(`SMTP:${mail}`)
        expect(checkValue('proxyAddresses', proxyAddresses)).toHaveProperty('value')
      }),
    )
  })
})

describe('editsIn', () => {
  it('drops what is no property or no value of a form', () => {
    const changes = {
      city: 'London',
      shoeSize: '42',
      surname: 7,
      otherMails: [1],
      accountEnabled: false,
    }
    expect(editsIn(changes)).toEqual({ city: 'London', accountEnabled: false })
  })
})
