import { describe, expect, it } from 'vitest'
import type { Output } from '../../../../shared/contract/contract.ts'
import { administrator, openNewDirectory, type Roster } from '../../../support/open-roster.ts'

const sheet = (...rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.join('\t')).join('\r\n')

async function withPeople(): Promise<Roster> {
  const roster = await openNewDirectory()
  for (const values of [
    { displayName: 'Grace Hopper', userPrincipalName: 'grace@contoso.example', employeeId: '0042' },
    { displayName: 'Joan Clarke', userPrincipalName: 'joan@contoso.example', city: 'Bletchley' },
  ])
    await roster.ask('createUser', { values })
  return roster
}

const userNamed = async (roster: Roster, name: string) => {
  const { ids } = await roster.ask('findUsers', { texts: [name] })
  return roster.ask('getUser', { id: ids[0] ?? '' })
}

const shown = ({ rows }: Output<'previewPastedUpdate'>) =>
  rows.map(({ displayName, state, cells, problem }) => ({
    displayName,
    state,
    ...(problem ? { problem } : {}),
    cells: cells.map(({ property, before, after }) => [property, before, after]),
  }))

describe('previewPastedUpdate', () => {
  it('reads labels, names, other words and the portal’s headings, and leaves the others out', async () => {
    const roster = await withPeople()
    const preview = await roster.ask('previewPastedUpdate', {
      text: sheet(
        [
          'UPN',
          'Job title',
          'department',
          'Office [physicalDeliveryOfficeName]',
          'Block sign in',
          'Shoe size',
        ],
        ['GRACE@contoso.example', 'Rear Admiral', 'Navy', 'Arlington', 'Yes', '38'],
      ),
    })
    expect(preview.columns.map(({ property }) => property)).toEqual([
      'userPrincipalName',
      'jobTitle',
      'department',
      'officeLocation',
      'accountEnabled',
      null,
    ])
    expect(preview.foundBy).toBe('userPrincipalName')
    expect(shown(preview)).toEqual([
      {
        displayName: 'Grace Hopper',
        state: 'changed',
        cells: [
          ['jobTitle', null, 'Rear Admiral'],
          ['department', null, 'Navy'],
          ['officeLocation', null, 'Arlington'],
          ['accountEnabled', true, false],
        ],
      },
    ])
  })

  it('finds by employee id, keeps its zeros, resolves managers and is applied as one transaction', async () => {
    const roster = await withPeople()
    const { previewId } = await roster.ask('previewPastedUpdate', {
      text: sheet(['Employee ID', 'Manager'], ['0042', 'Clarke, Joan']),
    })
    const { transactionId, updated } = await roster.ask('bulkUpdateUsers', {
      previewId,
      only: 'all',
    })
    expect(updated).toBe(1)
    const joan = await userNamed(roster, 'Joan Clarke')
    expect(await userNamed(roster, '0042')).toMatchObject({ managerId: joan.id })
    await roster.ask('undo', { transactionId: transactionId ?? '' })
    expect(await userNamed(roster, '0042')).toMatchObject({ managerId: null })
  })

  it('tells of each row that is about nobody, or about somebody again, and takes the others', async () => {
    const roster = await withPeople()
    const preview = await roster.ask('previewPastedUpdate', {
      text: sheet(
        ['User name', 'City'],
        ['joan@contoso.example', 'Leeds'],
        ['nobody@contoso.example', 'Leeds'],
        ['', 'York'],
        ['Joan@Contoso.example', 'Hull'],
      ),
    })
    expect(shown(preview)).toEqual([
      { displayName: 'Joan Clarke', state: 'changed', cells: [['city', 'Bletchley', 'Leeds']] },
      {
        displayName: 'nobody@contoso.example',
        state: 'invalid',
        problem: 'Nobody in the directory has “nobody@contoso.example” in the column “User name”.',
        cells: [],
      },
      {
        displayName: 'York',
        state: 'invalid',
        problem: 'Nothing in the column “User name” tells whom this row is about.',
        cells: [],
      },
      {
        displayName: 'Joan@Contoso.example',
        state: 'invalid',
        problem: 'Line 2 is about the same user. Keep one of the two.',
        cells: [],
      },
    ])
  })

  it('leaves a property alone where the cell is empty, or clears it when asked to', async () => {
    const roster = await withPeople()
    const text = sheet(['User name', 'City', 'Job title'], ['joan@contoso.example', '', ''])
    expect(await roster.ask('previewPastedUpdate', { text })).toMatchObject({ unchanged: 1 })
    const cleared = await roster.ask('previewPastedUpdate', { text, empty: 'clear' })
    expect(shown(cleared)[0]?.cells).toEqual([
      ['jobTitle', null, null],
      ['city', 'Bletchley', null],
    ])
  })

  it('sets a user name when another column is chosen to find users by', async () => {
    const roster = await withPeople()
    const text = sheet(['User name', 'Employee ID'], ['hopper@contoso.example', '0042'])
    expect(await roster.ask('previewPastedUpdate', { text })).toMatchObject({ invalid: 1 })
    const preview = await roster.ask('previewPastedUpdate', { text, foundBy: 'employeeId' })
    expect(shown(preview)[0]?.cells[0]).toEqual([
      'userPrincipalName',
      'grace@contoso.example',
      'hopper@contoso.example',
    ])
  })

  it.each([
    ['Name\tCity\nGrace\tLeeds', /None of these headings tells whom/],
    ['User name\tShoe size\ngrace@contoso.example\t38', /Beside “User name” no heading/],
    ['User name\tCity', /only headings/],
    ['User name\tCity\tcity\ngrace@contoso.example\tA\tB', /“City” and “city” are the same/],
    ['User name\tCity\n"grace', /A quote that opens in line 2/],
  ])('refuses %j and says what to do', async (text, message) => {
    const roster = await withPeople()
    const failure = await roster.refusal('previewPastedUpdate', { text })
    expect(failure.code).toBe('bad-file')
    expect(failure.message).toMatch(message)
    expect(failure.message).toMatch(/Nothing was changed\.$/)
  })

  it('marks what one’s roles do not allow, row by row', async () => {
    const roster = await withPeople()
    const preview = await roster.ask('previewPastedUpdate', {
      text: sheet(
        ['User name', 'Account enabled'],
        [administrator.userPrincipalName, 'no'],
        ['joan@contoso.example', 'no'],
      ),
    })
    expect(preview).toMatchObject({ changed: 1, invalid: 1 })
  })
})
