import { describe, expect, it } from 'vitest'
import { roles } from '../../../../shared/directory/roles.ts'
import { addAdministrator, addUser, become } from '../../../support/administrators.ts'
import { letters } from '../../../support/every-request.ts'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'
import { matrix } from '../../../support/role-matrix.ts'

type Row = (typeof matrix)[number]

type RequestOf = (id: string, revision: number) => readonly [string, unknown]

/** What may be done to somebody, in an order in which nothing stands in the way of the next. */
const deeds: readonly (readonly [string, string | ((row: Row) => string), RequestOf])[] = [
  ['jobTitle', 'GUAV', edit({ jobTitle: 'Clerk' })],
  ['mobilePhone', ({ reset }) => reset, edit({ mobilePhone: '+1 555' })],
  ['otherMails', ({ reset }) => reset, edit({ otherMails: ['clerk@mail.example'] })],
  ['authenticationEmail', sensitive, edit({ authenticationEmail: 'clerk@mail.example' })],
  ['verification', sensitive, verify],
  ['photo', 'GUE', removePhoto],
  ['password', ({ reset }) => reset, (id) => ['resetPassword', { id }]],
  ['userPrincipalName', sensitive, rename],
  ['accountEnabled', sensitive, edit({ accountEnabled: false })],
  ['deletion', sensitive, (id) => ['deleteUsers', { ids: [id] }]],
  ['restoring', sensitive, (id) => ['restoreUsers', { ids: [id] }]],
]

describe.each(Object.entries(letters))('%s: %s', (letter, role) => {
  it('does to each what the tables let it do, and nothing else', async () => {
    const roster = await openNewDirectory()
    const targets = await Promise.all(
      matrix.filter(isKnown).map(async (row) => ({ row, id: await holderOf(roster, row) })),
    )
    await become(roster, await addAdministrator(roster, 'actor', role))
    for (const { row, id } of targets)
      for (const [deed, who, requestOf] of deeds) {
        const { revision } = await roster.ask('getUser', { id })
        const [request, input] = requestOf(id, revision)
        const answer = await roster.application.answer(request, input)
        const code = answer.ok ? 'granted' : answer.failure.code
        const may = (typeof who === 'string' ? who : who(row)).includes(letter)
        const refused = code === 'forbidden'
        expect({ held: row.held, deed, refused }).toEqual({ held: row.held, deed, refused: !may })
      }
  })
})

function sensitive({ edit: who }: Row): string {
  return who
}

function edit(changes: Readonly<Record<string, unknown>>) {
  return (id: string, revision: number) => ['updateUser', { id, revision, changes }] as const
}

function rename(id: string, revision: number) {
  const changes = { userPrincipalName: `${id.slice(0, 8)}@contoso.example` }
  return ['updateUser', { id, revision, changes }] as const
}

function verify(id: string, revision: number) {
  const input = { id, revision, property: 'authenticationEmail', verified: true }
  return ['verifyContact', input] as const
}

function removePhoto(id: string, revision: number) {
  return ['removePhoto', { id, revision }] as const
}

const roleNamed = (name: string) => roles.find((role) => role.name === name)

/** Roles that Roster can assign, or none at all. */
const isKnown = ({ held }: Row) => held === '' || roleNamed(held) !== undefined

async function holderOf(roster: Roster, { held }: Row): Promise<string> {
  const { id } = await addUser(roster, `holder-${held.toLowerCase().replaceAll(' ', '-')}`)
  const roleId = roleNamed(held)?.id
  if (roleId) await roster.ask('assignRole', { userId: id, roleId })
  return id
}
