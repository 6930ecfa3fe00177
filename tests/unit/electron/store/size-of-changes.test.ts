import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf, sizeOfChanges } from '../../../../electron/store/format/transaction-lines.ts'
import type { Change } from '../../../../shared/directory/transaction.ts'
import { actor } from '../../../support/a-store.ts'

const change = fc.record({
  kind: fc.constantFrom('user', 'group'),
  id: fc.string(),
  before: fc.constant(null),
  after: fc.record({ displayName: fc.string({ unit: 'binary' }) }),
}) satisfies fc.Arbitrary<Change>

const written = (changes: Change[]) =>
  [...partsOf({ id: '1', sequence: 1, at: '', actor, activity: 'importUsers', changes })].reduce(
    (sum, { content }) => sum + content.length,
    0,
  )

describe('the size of changes', () => {
  it('is what they take in the journal, but for a line of who and when and the line ends', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 50 }), (changes) => {
        const rest = written([]) + changes.length
        expect(Math.abs(sizeOfChanges(changes) + rest - written(changes))).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is told of very many as of the thousand that are measured', () => {
    fc.assert(
      fc.property(change, fc.integer({ min: 1001, max: 20_000 }), (one, count) => {
        const changes = Array.from({ length: count }, () => one)
        expect(sizeOfChanges(changes)).toBe(count * sizeOfChanges([one]))
      }),
      { numRuns: 20 },
    )
  })
})
