import { describe, expect, it } from 'vitest'
import { problemOf } from '../../../../../renderer/profile/form/check-edits.ts'
import { ada } from './stored-values.ts'

describe('problemOf', () => {
  it('calls a user name without anything before its domain a missing one', () => {
    expect(problemOf(ada, 'userPrincipalName', '@contoso.example')).toEqual({ rule: 'required' })
  })

  it('lets a usage location be empty until it was set', () => {
    expect(problemOf(ada, 'usageLocation', '')).toEqual({ rule: 'notClearable' })
    expect(problemOf({ ...ada, usageLocation: null }, 'usageLocation', '')).toBeUndefined()
  })

  it('asks for an address where one is typed among the proxy addresses', () => {
    const primary = 'SMTP:ada.lovelace@contoso.example'
    expect(problemOf(ada, 'proxyAddresses', [primary, 'smtp:abc'])?.rule).toBe('notAnEmail')
    expect(problemOf(ada, 'proxyAddresses', [primary, 'sip:abc'])).toBeUndefined()
  })
})
