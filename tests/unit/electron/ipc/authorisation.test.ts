import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requests } from '../../../../shared/contract/requests.ts'
import { roles } from '../../../../shared/directory/roles.ts'
import { addAdministrator, addUser, become } from '../../../support/administrators.ts'
import { everyRequest, letters } from '../../../support/every-request.ts'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'

/** What would end the session the test is in. */
const inSession = requests.filter((request) => request !== 'signOut' && request !== 'lock')

describe('every request', () => {
  it.each(Object.entries(letters))(
    '%s: grants %s what the table grants, and nothing else',
    async (letter, role) => {
      const roster = await openNewDirectory()
      const stage = { userId: (await addUser(roster, 'target')).id }
      await become(roster, await addAdministrator(roster, 'actor', role))
      const granted: string[] = []
      for (const request of inSession)
        if (!(await isRefused(roster, request, stage))) granted.push(request)
      expect(granted).toEqual(
        inSession.filter((request) => {
          const { who } = everyRequest[request]
          return who === 'anybody' || who.includes(letter)
        }),
      )
    },
  )

  it('is locked while nobody is signed in, unless anybody may make it', async () => {
    const roster = await openNewDirectory()
    const stage = { userId: (await addUser(roster, 'target')).id }
    await roster.ask('signOut', {})
    for (const request of requests) {
      const answer = await roster.application.answer(request, everyRequest[request].input(stage))
      const code = answer.ok ? 'granted' : answer.failure.code
      if (everyRequest[request].who === 'anybody') expect(code).not.toBe('locked')
      else expect([request, code]).toEqual([request, 'locked'])
    }
  })

  it('knows every role', () => {
    expect(Object.values(letters).sort()).toEqual(roles.map(({ name }) => name).sort())
  })
})

describe('a role that only reads', () => {
  it.each(['Global Reader', 'Directory Readers'] as const)(
    '%s changes nothing of the directory, whatever is asked in whatever order',
    async (role) => {
      const roster = await openNewDirectory()
      const target = await addUser(roster, 'target')
      const reader = await addAdministrator(roster, 'reader', role)
      const { transactionId } = await roster.ask('getUser', { id: target.id })
      await become(roster, reader)
      const { lastBackupAt: _made, ...before } = await roster.ask('getDirectory', {})

      const stage = fc.constantFrom(target.id, reader.id).map((userId) => ({ userId }))
      const known = fc
        .tuple(fc.constantFrom(...inSession), stage)
        .map(([request, at]) => [request, everyRequest[request].input(at)] as const)
      const undoing = fc.constant(['undo', { transactionId }] as const)
      const anything = fc.tuple(fc.constantFrom(...inSession), fc.anything())
      await fc.assert(
        fc.asyncProperty(fc.oneof(known, undoing, anything), async ([request, input]) => {
          await roster.application.answer(request, input)
        }),
        { numRuns: 300 },
      )
      expect(await roster.ask('getDirectory', {})).toMatchObject(before)
    },
  )
})

async function isRefused(
  roster: Roster,
  request: (typeof requests)[number],
  stage: { userId: string },
) {
  const answer = await roster.application.answer(request, everyRequest[request].input(stage))
  if (answer.ok) return false
  expect(answer.failure.code).not.toBe('locked')
  expect(answer.failure.message).not.toContain('{{')
  return answer.failure.code === 'forbidden'
}
