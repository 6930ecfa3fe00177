import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Authority, createDispatch } from '../../../../electron/ipc/dispatch.ts'
import { Sentences } from '../../../../electron/sentences.ts'
import { type Api, contract } from '../../../../shared/contract/contract.ts'
import { requests } from '../../../../shared/contract/requests.ts'
import { errorCodes } from '../../../../shared/errors.ts'
import { openNewDirectory } from '../../../support/open-roster.ts'

describe('dispatch', () => {
  it('refuses a request that the contract does not have', async () => {
    const roster = await openNewDirectory()
    for (const name of ['dropEverything', '__proto__', 'constructor', ''])
      expect(await roster.refusal(name, {})).toMatchObject({ code: 'unknown-request' })
  })

  it('refuses a wrong shape and names the place', async () => {
    const roster = await openNewDirectory()
    const failure = await roster.refusal('listUsers', { offset: -1, limit: 10 })
    expect(failure).toMatchObject({ code: 'invalid-input', fields: { offset: expect.any(String) } })
    expect(await roster.refusal('listUsers', { offset: 0, limit: 10, extra: 1 })).toMatchObject({
      code: 'invalid-input',
    })
  })

  it('refuses every request that needs somebody signed in while nobody is', async () => {
    const roster = await openNewDirectory()
    await roster.ask('signOut', {})
    for (const request of requests) {
      if (contract[request].needs === 'nothing') continue
      expect(await roster.refusal(request, {})).toMatchObject({ code: 'locked' })
    }
  })

  it('lets whoever looks people up wait until all can be, and asks what they may do afterwards', async () => {
    const { promise: lookedUp, resolve } = Promise.withResolvers<void>()
    const called: string[] = []
    const api = Object.fromEntries(
      requests.map((request) => [request, async () => called.push(request)]),
    ) as unknown as Api
    let signedIn = true
    const authority: Authority = {
      get signedIn() {
        return signedIn
      },
      mustChangePassword: false,
      require: () => {},
    }
    const dispatch = createDispatch(api, authority, () => lookedUp, new Sentences(), {
      info: () => {},
      error: () => {},
    })
    const profile = dispatch('getUser', { id: 'ada' })
    expect(await dispatch('listUsers', { offset: 0, limit: 10 })).toMatchObject({ ok: true })
    expect(await dispatch('getDirectory', {})).toMatchObject({ ok: true })
    expect(called).toEqual(['listUsers', 'getDirectory'])
    signedIn = false
    resolve()
    expect(await profile).toMatchObject({ ok: false, failure: { code: 'locked' } })
    expect(called).not.toContain('getUser')
  })

  it('answers anything at all with an envelope and changes nothing', async () => {
    const roster = await openNewDirectory()
    const { lastBackupAt: _made, ...before } = await roster.ask('getDirectory', {})
    const harmless = requests.filter((request) => request !== 'signOut' && request !== 'lock')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...harmless), fc.anything(), async (request, input) => {
        const answer = await roster.application.answer(request, input)
        if (answer.ok) return
        expect(errorCodes).toContain(answer.failure.code)
        expect(answer.failure.code).not.toBe('unexpected')
        expect(answer.failure.message).not.toMatch(/\{\{\w+\}\}|\bat .*\.ts:/)
      }),
      { numRuns: 500 },
    )
    expect(await roster.ask('getDirectory', {})).toMatchObject(before)
  })
})
