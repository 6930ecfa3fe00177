import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DirectoryStore } from '../../../../../electron/store/directory-store.ts'
import type { HistoryQuery } from '../../../../../electron/store/history.ts'
import { allActivities } from '../../../../../shared/directory/activities.ts'
import { touchesOf } from '../../../../../shared/directory/touches.ts'
import type { Change, Transaction } from '../../../../../shared/directory/transaction.ts'
import { aFolder, begin } from '../../../../support/a-store.ts'
import { ManualLockSystem } from '../../../../support/manual-lock-system.ts'
import { directoryId } from '../../../../support/store-keys.ts'
import { temporaryFolder } from '../../../../support/temporary-folder.ts'

const people = ['ada', 'grace', 'alan'] as const
const records = ['u1', 'u2', 'u3', 'u4'] as const
const properties = ['jobTitle', 'department', 'city'] as const

const userChange = fc.record({
  kind: fc.constant('user' as const),
  id: fc.constantFrom(...records),
  before: fc.constant(null),
  after: fc.record(
    { jobTitle: fc.string(), department: fc.string(), city: fc.string() },
    { requiredKeys: [] },
  ),
})
const groupChange = fc.record({
  kind: fc.constant('group' as const),
  id: fc.constantFrom('g1', 'g2'),
  before: fc.record({ memberIds: fc.subarray([...records]) }),
  after: fc.record({ memberIds: fc.subarray([...records]) }),
})
const roleChange = fc.record({
  kind: fc.constant('roleAssignment' as const),
  id: fc.constant('r:u1'),
  before: fc.constant(null),
  after: fc.record({ roleId: fc.constant('r'), userId: fc.constantFrom(...records) }),
})

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('save' as const),
      by: fc.constantFrom(...people),
      activity: fc.constantFrom('updateUser' as const, 'importUsers' as const),
      changes: fc.array(fc.oneof(userChange, userChange, groupChange, roleChange), {
        minLength: 1,
        maxLength: 5,
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('sign in' as const), by: fc.constantFrom(...people) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('restart' as const) }),
  },
)

const query = fc.record(
  {
    about: fc.constantFrom(...records, 'g1', 'g2', 'ada', 'nobody'),
    property: fc.constantFrom(...properties, 'memberOf', 'roles', 'nothing'),
    by: fc.constantFrom(...people, 'nobody'),
    activity: fc.constantFrom(...allActivities),
    from: fc.integer({ min: 0, max: 40 }).map(momentOf),
    to: fc.integer({ min: 0, max: 40 }).map(momentOf),
  },
  { requiredKeys: [] },
)

const window = fc.record({
  offset: fc.integer({ min: 0, max: 12 }),
  limit: fc.integer({ min: 0, max: 12 }),
})

function momentOf(second: number): number {
  return Date.parse('2026-01-02T12:00:00Z') + second * 1000
}

/** What a plain reading of the whole history finds. */
function plainly(
  history: readonly Transaction[],
  { about, property, by, activity, from, to }: HistoryQuery,
) {
  return history
    .filter((each) => by === undefined || each.actor.id === by)
    .filter((each) => activity === undefined || each.activity === activity)
    .filter((each) => from === undefined || Date.parse(each.at) >= from)
    .filter((each) => to === undefined || Date.parse(each.at) < to)
    .filter(
      (each) =>
        (about === undefined && property === undefined) ||
        [...touchesOf(each)].some(
          (touch) =>
            (about === undefined || touch.id === about) &&
            (property === undefined || touch.properties.includes(property)),
        ),
    )
    .toReversed()
}

/** The changes of a transaction that are about a record. */
const changesAbout = (transaction: Transaction, about: string | undefined): readonly Change[] =>
  about === undefined
    ? transaction.changes
    : [
        ...new Set(
          [...touchesOf(transaction)].filter(({ id }) => id === about).map(({ change }) => change),
        ),
      ].flatMap((change) => (change === null ? [] : (transaction.changes[change] ?? [])))

async function historyOf(store: DirectoryStore): Promise<Transaction[]> {
  const history: Transaction[] = []
  for await (const each of store.transactionsAfter(0)) history.push(each)
  return history
}

/** A folder that a test opens again and again, as a new process would. */
async function aDirectory() {
  const dataDir = await temporaryFolder()
  let second = 0
  const now = () => {
    second += 1
    return new Date(momentOf(second))
  }
  const system = new ManualLockSystem()
  return { dataDir, openFolder: () => aFolder(dataDir, { system, now }) }
}

describe('the history of a directory', () => {
  it('finds what a plain reading of all of it finds, whenever it is asked', async () => {
    const law = fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.array(fc.record({ query, window }), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (steps, questions, askBetween) => {
        const { openFolder } = await aDirectory()
        let folder = openFolder()
        let store = await folder.create(directoryId)
        const ask = async () => {
          const history = await historyOf(store)
          for (const { query, window } of questions) {
            const { offset, limit } = window
            const expected = plainly(history, query)
            const { total, sequences } = await store.history.find(query, window)
            expect(total).toBe(expected.length)
            const inWindow = expected.slice(offset, offset + limit)
            expect(sequences).toEqual(inWindow.map(({ sequence }) => sequence))
            const { about } = query
            const asked = { offset: 0, limit: 10, ...(about === undefined ? {} : { about }) }
            expect(await store.history.read(sequences, asked)).toEqual(
              inWindow.map((each) => {
                const changes = changesAbout(each, about)
                const shown = changes.slice(0, 10)
                const numbers = shown.map((change) => each.changes.indexOf(change))
                return { ...each, total: changes.length, changes: shown, numbers }
              }),
            )
          }
        }
        await store.transact({ id: 'ada', displayName: 'Ada' }, begin)
        for (const each of steps) {
          if (each.type === 'restart') {
            await store.close()
            await folder.release()
            folder = openFolder()
            const again = await folder.open()
            if (!again) throw new Error('The directory is gone.')
            store = again
          } else {
            const actor = { id: each.by, displayName: each.by }
            if (each.type === 'save')
              await store.transact(actor, () => ({
                activity: each.activity,
                changes: each.changes,
              }))
            else await store.record(actor, { activity: 'signIn' })
          }
          if (askBetween) await ask()
        }
        await ask()
        await store.close()
        await folder.release()
      },
    )
    await fc.assert(law, { numRuns: 40 })
  })

  it('reads a window of a transaction of many frames, and what of it is about somebody', async () => {
    const { openFolder } = await aDirectory()
    const folder = openFolder()
    const store = await folder.create(directoryId)
    const actor = { id: 'ada', displayName: 'Ada' }
    await store.transact(actor, begin)
    const changes = Array.from(
      { length: 1500 },
      (_, at): Change => ({
        kind: 'group',
        id: `g${at}`,
        before: null,
        after: { displayName: `Group ${at}`, description: 'x'.repeat(2000) },
      }),
    )
    await store.transact(actor, () => ({ activity: 'importUsers', changes }))
    const check = async ({ history }: DirectoryStore) => {
      const [page] = await history.read([2], { offset: 700, limit: 300 })
      expect(page).toMatchObject({ id: '2', total: 1500 })
      expect(page?.changes).toEqual(changes.slice(700, 1000))
      const [about] = await history.read([2], { about: 'g1234', offset: 0, limit: 5 })
      expect(about).toMatchObject({ total: 1, changes: [changes[1234]] })
    }
    await check(store)
    await store.close()
    await folder.release()
    const again = await openFolder().open()
    if (!again) throw new Error('The directory is gone.')
    await check(again)
    await again.close()
  })

  it('knows the last name of who is gone', async () => {
    const { openFolder } = await aDirectory()
    const store = await openFolder().create(directoryId)
    const actor = { id: 'ada', displayName: 'Ada' }
    await store.transact(actor, begin)
    const change = (before: Change['before'], after: Change['after']) =>
      store.transact(actor, () => ({
        activity: 'updateUser',
        changes: [{ kind: 'user', id: 'u1', before, after }],
      }))
    await change(null, { displayName: 'Grace Murray' })
    await change({ displayName: 'Grace Murray' }, { displayName: 'Grace Hopper' })
    await change({ displayName: 'Grace Hopper', city: null }, null)
    expect(await store.history.lastNameOf('u1')).toBe('Grace Hopper')
    expect(await store.history.lastNameOf('u2')).toBe(null)
    await store.close()
  })

  it('says that it is damaged where a file that is needed is gone, and answers what it can', async () => {
    const { dataDir, openFolder } = await aDirectory()
    const actor = { id: 'ada', displayName: 'Ada' }
    const everyTime = { bytes: 0, records: 0 }
    const options = { checkpoints: { working: everyTime, closing: everyTime } }
    const system = new ManualLockSystem()
    const folder = aFolder(dataDir, { system, ...options })
    const store = await folder.create(directoryId)
    await store.transact(actor, begin)
    await store.close()
    await folder.release()
    const again = await openFolder().open()
    await again?.record(actor, { activity: 'signIn' })
    const segments = (await readdir(join(dataDir, 'store'))).filter((name) =>
      name.endsWith('.rjrn'),
    )
    const [first = ''] = segments.sort()
    const path = join(dataDir, 'store', first)
    const window = { offset: 0, limit: 5 }
    for (const spoil of [() => writeFile(path, 'spoilt'), () => rm(path)]) {
      await spoil()
      expect(await again?.history.find({}, { offset: 0, limit: 1 })).toEqual({
        total: 2,
        sequences: [2],
      })
      expect(await again?.history.read([2], window)).toHaveLength(1)
      await expect(again?.history.find({ by: 'ada' }, window)).rejects.toMatchObject({
        code: 'damaged',
        key: 'historyDamaged',
      })
      await expect(again?.history.read([1], window)).rejects.toMatchObject({ code: 'damaged' })
    }
    await again?.close()
  })
})
