import { describe, expect, it } from 'vitest'
import { addUser } from '../../../support/administrators.ts'
import { openNewDirectory } from '../../../support/open-roster.ts'

describe('findFreeUserName', () => {
  it('answers the name itself, or with the first number that nobody has, deleted users included', async () => {
    const roster = await openNewDirectory()
    const free = async (userPrincipalName: string) =>
      (await roster.ask('findFreeUserName', { userPrincipalName })).userPrincipalName
    expect(await free('grace.hopper@contoso.example')).toBe('grace.hopper@contoso.example')
    const { id } = await addUser(roster, 'grace.hopper')
    await addUser(roster, 'grace.hopper2')
    expect(await free('Grace.Hopper@contoso.example')).toBe('Grace.Hopper3@contoso.example')
    await roster.ask('deleteUsers', { ids: [id] })
    expect(await free('grace.hopper@contoso.example')).toBe('grace.hopper3@contoso.example')
    await roster.ask('purgeUsers', { ids: [id] })
    expect(await free('grace.hopper@contoso.example')).toBe('grace.hopper@contoso.example')
  })

  it('leaves deleted users their names, so that they can always be restored', async () => {
    const roster = await openNewDirectory()
    const { id } = await addUser(roster, 'grace')
    await roster.ask('deleteUsers', { ids: [id] })
    const values = { displayName: 'Grace', userPrincipalName: 'grace@contoso.example' }
    const refused = await roster.refusal('createUser', { values })
    expect(refused.fields?.userPrincipalName).toContain('a deleted user')
    await roster.ask('restoreUsers', { ids: [id] })
    expect(await roster.ask('getUser', { id })).toMatchObject({
      userPrincipalName: 'grace@contoso.example',
      deletedDateTime: null,
    })
  })
})
