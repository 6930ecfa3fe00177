import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomNumbers } from '../support/random-numbers.ts'
import { count } from './support/figures.ts'
import { readAll, violationOf } from './support/judge.ts'
import { MemoryStoreFs } from './support/memory-store-fs.ts'
import { PatientFolder } from './support/patient-folder.ts'
import { textOfDirectory, textOfReference } from './support/reference-directory.ts'
import { scaled, seed } from './support/scale.ts'
import { somePlan } from './support/some-plan.ts'
import { StoreSession, storeFolder } from './support/store-session.ts'

/** A step of somebody's work; a number seeds what is saved. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.nat().map((number) => ({ type: 'save', number }) as const) },
  { weight: 2, arbitrary: fc.constant({ type: 'close' } as const) },
  { weight: 1, arbitrary: fc.constant({ type: 'kill' } as const) },
  { weight: 1, arbitrary: fc.constant({ type: 'save nothing' } as const) },
)

describe('any sequence of saves, ends and starts', () => {
  it('makes the directory that the same transactions make of an empty one', async (context) => {
    const law = fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const session = new StoreSession()
      await session.open()
      for (const each of steps) {
        if (each.type === 'save')
          await session.save(somePlan(randomNumbers(each.number), session.reference))
        else if (each.type === 'save nothing')
          await session.store.transact({ id: 'ada', displayName: 'Ada' }, () => ({
            activity: 'updateUser',
            changes: [],
          }))
        else {
          if (each.type === 'close') await session.close()
          else session.kill()
          await session.open()
        }
        expect(textOfDirectory(session.store.directory)).toBe(textOfReference(session.reference))
      }
      const { history } = await readAll(session.store)
      expect(history).toHaveLength(session.reference.sequence)
      await session.close()
      const folderOf = () => new PatientFolder(new MemoryStoreFs(session.disk), storeFolder)
      expect(await violationOf(folderOf, session.ledger.at(session.position))).toBe(null)
      count(context, { sequences: 1 })
    })
    await fc.assert(law, { seed, numRuns: scaled(150, 3000) })
  })
})
