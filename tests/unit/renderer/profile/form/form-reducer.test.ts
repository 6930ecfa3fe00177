import { describe, expect, it } from 'vitest'
import {
  changesIn,
  openForm,
  openNewForm,
  problemsBeforeSaving,
  valuesOf,
  valuesToSave,
} from '../../../../../renderer/profile/form/form.ts'
import { type FormAction, formReducer } from '../../../../../renderer/profile/form/form-reducer.ts'
import { ada, storedAda } from './stored-values.ts'

const after = (form: ReturnType<typeof openForm>, ...actions: readonly FormAction[]) =>
  actions.reduce(formReducer, form)
const edit = (name: 'city' | 'mail' | 'employeeId' | 'surname' | 'givenName', raw: string) =>
  ({ type: 'edited', name, raw }) as const

describe('the form of a stored user', () => {
  it('is unchanged until something differs, and again when it is typed back', () => {
    const form = openForm(storedAda)
    expect(changesIn(form)).toEqual({})
    const typed = after(form, edit('city', 'London'))
    expect(changesIn(typed)).toEqual({ city: 'London' })
    expect(changesIn(after(typed, edit('city', '')))).toEqual({})
  })

  it('says what is wrong on leaving a field, then with every change', () => {
    const typed = after(openForm(storedAda), edit('employeeId', '12345678901234567'))
    expect(typed.faults).toEqual({})
    const left = after(typed, { type: 'left', name: 'employeeId' })
    expect(left.faults.employeeId).toMatchObject({ rule: 'tooLong' })
    expect(after(left, edit('employeeId', '1234567890123456')).faults).toEqual({})
  })

  it('says nothing of a field that was left as it was', () => {
    const broken = { ...storedAda, mail: 'broken' }
    expect(after(openForm(broken), { type: 'left', name: 'mail' }).faults).toEqual({})
  })

  it('compares a good address with the directory when its field is left', () => {
    const form = after(openForm(storedAda), edit('mail', 'x@y.example'), {
      type: 'left',
      name: 'mail',
    })
    expect(form.asked?.names).toEqual(['mail'])
  })

  it('takes an answer of the directory only for the value that was asked about', () => {
    const fields = { mail: 'It belongs to Grace.' }
    const compared = {
      type: 'compared',
      names: ['mail'],
      values: { mail: 'x@y.example' },
      fields,
    } as const
    const typed = after(openForm(storedAda), edit('mail', 'x@y.example'))
    expect(after(typed, compared).faults.mail).toBe('It belongs to Grace.')
    expect(after(typed, edit('mail', 'z@y.example'), compared).faults).toEqual({})
  })

  it('drops the directory’s sentence once it no longer holds', () => {
    const values = { mail: 'x@y.example' }
    const compared = (fields: Record<string, string>) =>
      ({ type: 'compared', names: ['mail'], values, fields }) as const
    const typed = after(openForm(storedAda), edit('mail', 'x@y.example'))
    expect(after(typed, compared({ mail: 'Taken.' }), compared({})).faults).toEqual({})
  })

  it('forgets an edit and its fault when the field is reverted', () => {
    const form = after(
      openForm(storedAda),
      edit('mail', 'x'),
      { type: 'left', name: 'mail' },
      { type: 'reverted', name: 'mail' },
    )
    expect([form.edits, form.faults]).toEqual([{}, {}])
  })

  it('takes up edits on the revision they were begun on', () => {
    const form = openForm(storedAda, { revision: 3, edits: { city: 'London' } })
    expect([form.revision, changesIn(form)]).toEqual([3, { city: 'London' }])
  })

  it('does not let a value be cleared that has to be kept', () => {
    const form = after(openForm(storedAda), { type: 'edited', name: 'usageLocation', raw: '' })
    expect(problemsBeforeSaving(form)).toEqual({ usageLocation: { rule: 'notClearable' } })
  })

  it('counts one refusal after the other, so that each takes the focus', () => {
    const refused = { type: 'refused', faults: {}, message: 'The disk is full.' } as const
    expect(after(openForm(storedAda), refused, refused).refused).toEqual({
      count: 2,
      message: 'The disk is full.',
    })
  })

  it('fills in the proposals of a new last name as edits, the email with its addresses', () => {
    const form = after(openForm(storedAda), edit('surname', 'King'), {
      type: 'renamed',
      edits: { displayName: 'Ada King', mail: 'ada.king@contoso.example' },
    })
    expect(valuesOf(form)).toMatchObject({
      displayName: 'Ada King',
      proxyAddresses: ['SMTP:ada.king@contoso.example', 'smtp:ada.lovelace@contoso.example'],
    })
    expect(form.asked?.names).toEqual(['mail'])
  })
})

describe('a clash with what others saved', () => {
  const newest = { ...ada, city: 'Paris', department: 'Engines', jobTitle: 'Countess' }
  const clashed = after(
    openForm(storedAda),
    edit('city', 'London'),
    {
      type: 'edited',
      name: 'jobTitle',
      raw: 'Analyst',
    },
    {
      type: 'clashed',
      stored: newest,
      revision: 9,
      fields: { city: 'By Grace.', jobTitle: 'By Grace.' },
    },
  )

  it('moves the form to the newest revision and keeps every edit', () => {
    expect(clashed.revision).toBe(9)
    expect(valuesOf(clashed)).toMatchObject({ city: 'London', department: 'Engines' })
    expect(clashed.clashes[0]).toEqual({
      name: 'city',
      mine: 'London',
      theirs: 'Paris',
      told: 'By Grace.',
      kept: null,
    })
  })

  it('keeps mine or theirs, and changes its mind', () => {
    const theirs = after(clashed, { type: 'chosen', name: 'city', kept: 'theirs' })
    expect(changesIn(theirs)).toEqual({ jobTitle: 'Analyst' })
    const mine = after(theirs, { type: 'chosen', name: 'city', kept: 'mine' })
    expect(changesIn(mine)).toEqual({ city: 'London', jobTitle: 'Analyst' })
    expect(mine.clashes.map((clash) => clash.kept)).toEqual(['mine', null])
  })
})

const naming = { domain: 'contoso.example', rule: 'first.last' } as const

describe('the form of a new user', () => {
  const named = after(openNewForm(naming), edit('givenName', 'Zoë'), edit('surname', 'Łęcka'))

  it('proposes names and sends those that are needed', () => {
    expect(valuesToSave(named)).toEqual({
      displayName: 'Zoë Łęcka',
      userPrincipalName: 'zoe.lecka@contoso.example',
      givenName: 'Zoë',
      surname: 'Łęcka',
    })
    expect(valuesOf(named).mailNickname).toBe('zoe.lecka')
  })

  it('keeps proposing in the chosen domain', () => {
    const elsewhere = after(
      openNewForm(naming),
      { type: 'edited', name: 'userPrincipalName', raw: '@fabrikam.example' },
      edit('givenName', 'Ada'),
    )
    expect(valuesOf(elsewhere).userPrincipalName).toBe('ada@fabrikam.example')
    expect(changesIn(elsewhere)).toEqual({ givenName: 'Ada' })
  })

  it('stops proposing what was typed by hand', () => {
    const raw = 'z@contoso.example'
    const typed = after(
      named,
      { type: 'edited', name: 'userPrincipalName', raw },
      edit('surname', 'Nowak'),
    )
    expect(valuesOf(typed)).toMatchObject({
      userPrincipalName: raw,
      displayName: 'Zoë Nowak',
      mailNickname: 'z',
    })
  })

  it('asks for the names that are missing', () => {
    const form = after(openNewForm(naming), edit('city', 'London'))
    expect(problemsBeforeSaving(form)).toEqual({
      displayName: { rule: 'required' },
      userPrincipalName: { rule: 'required' },
    })
  })

  it('takes the user name that is free, and forgets what was said of the one that is not', () => {
    const [wanted, userName] = ['zoe.lecka@contoso.example', 'zoe.lecka2@contoso.example']
    const told = after(named, {
      type: 'compared',
      names: ['userPrincipalName'],
      values: valuesToSave(named),
      fields: { userPrincipalName: 'It belongs to somebody.' },
    })
    expect(told.faults.userPrincipalName).toBe('It belongs to somebody.')
    const freed = after(told, { type: 'named', wanted, userName })
    expect(freed.faults).toEqual({})
    expect(valuesToSave(freed).userPrincipalName).toBe(userName)
    expect(valuesOf(freed).mailNickname).toBe('zoe.lecka2')
    const renamed = after(freed, edit('surname', 'Nowak'))
    expect(valuesOf(renamed).userPrincipalName).toBe('zoe.nowak@contoso.example')
  })

  it('compares the proposed user name when a name is left', () => {
    expect(after(named, { type: 'left', name: 'surname' }).asked?.names).toEqual([
      'userPrincipalName',
    ])
  })
})
