import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  freeTries,
  type KeptAttempts,
  noAttempts,
  SignInAttempts,
  waitAfter,
} from '../../../../electron/services/sign-in-attempts.ts'
import { FileAttempts } from '../../../../electron/store/file-attempts.ts'
import { nodeFs } from '../../../../electron/store/store-fs.ts'
import { AppError } from '../../../../shared/errors.ts'
import { ManualClock } from '../../../support/manual-clock.ts'
import { administrator, openRoster, signIn } from '../../../support/open-roster.ts'
import { unwritable } from '../../../support/refusing-fs.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const log = { info: () => {}, error: () => {} }

/** What a disk would hold, and a program on it. */
function aProgram(disk: { kept: KeptAttempts } = { kept: noAttempts }) {
  const clock = new ManualClock()
  const store = {
    read: async () => disk.kept,
    write: async (kept: KeptAttempts) => {
      disk.kept = kept
    },
  }
  const { monotonic, after } = clock
  return { disk, clock, attempts: new SignInAttempts({ store, monotonic, after, log }) }
}

const outcomes = {
  right: async () => 'in',
  wrong: async () => {
    throw new AppError('wrong-password', 'wrongPassword')
  },
  broken: async () => {
    throw new AppError('damaged', 'slotDamaged')
  },
} as const

type Outcome = keyof typeof outcomes

/** What came of a try: its own outcome, or that it had to wait. */
const tried = (attempts: SignInAttempts, outcome: Outcome): Promise<Outcome | 'refused'> =>
  attempts.try<unknown>(outcomes[outcome]).then(
    () => 'right',
    ({ code }: AppError) =>
      code === 'too-many-tries' ? 'refused' : code === 'damaged' ? 'broken' : 'wrong',
  )

describe('the wait after wrong passwords', () => {
  it('is none four times, then five seconds, and doubles up to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 1000].map((count) => waitAfter(count) / 1000)).toEqual(
      [0, 0, 0, 0, 5, 10, 20, 320, 640, 900, 900],
    )
  })

  it('never gets shorter with more of them, nor longer than a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat(5000), (failures) => {
        expect(waitAfter(failures + 1)).toBeGreaterThanOrEqual(waitAfter(failures))
        expect(waitAfter(failures)).toBeLessThanOrEqual(900_000)
      }),
    )
  })
})

describe('tries to sign in', () => {
  const step = fc.oneof(
    fc.record({ act: fc.constantFrom<Outcome>('right', 'wrong', 'wrong', 'wrong', 'broken') }),
    fc.record({ pass: fc.integer({ min: 0, max: 1_000_000 }) }),
    fc.constant('restart' as const),
  )

  it('are refused as long as the wait lasts and no longer, however they are mixed with restarts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        let { disk, clock, attempts } = aProgram()
        await attempts.start()
        let failures = 0
        /** How much of the wait is left. */
        let left = 0
        for (const each of steps) {
          if (each === 'restart') {
            ;({ clock, attempts } = aProgram(disk))
            await attempts.start()
            // Begins anew, unless it was over.
            if (left > 0) left = waitAfter(failures)
          } else if ('pass' in each) {
            clock.pass(each.pass)
            left = Math.max(0, left - each.pass)
          } else {
            expect(await tried(attempts, each.act)).toBe(left > 0 ? 'refused' : each.act)
            if (left > 0) continue
            if (each.act === 'right') failures = 0
            if (each.act !== 'wrong') continue
            failures += 1
            left = waitAfter(failures)
          }
          expect(attempts.wait).toBe(left)
        }
      }),
    )
  })

  it('are counted before it is known whether the password is right', async () => {
    const { disk, attempts } = aProgram({ kept: { failures: freeTries - 1, waited: true } })
    await attempts.start()
    const never = new Promise<never>(() => {})
    void attempts.try(() => never)
    await expect.poll(() => disk.kept.failures).toBe(freeTries)
    const next = aProgram(disk)
    await next.attempts.start()
    expect(next.attempts.wait).toBe(waitAfter(freeTries))
  })

  it('come one after another', async () => {
    const { attempts } = aProgram()
    await attempts.start()
    const all = Array.from({ length: 8 }, () => tried(attempts, 'wrong'))
    const wrong = (await Promise.all(all)).filter((outcome) => outcome === 'wrong')
    expect(wrong).toHaveLength(freeTries)
  })
})

describe('the count of wrong passwords', () => {
  it('outlives the program in a file of the data folder', async () => {
    const path = join(await temporaryFolder(), 'attempts.json')
    const file = new FileAttempts(path, nodeFs)
    expect(await file.read()).toEqual(noAttempts)
    await file.write({ failures: 7, waited: false })
    expect(await new FileAttempts(path, nodeFs).read()).toEqual({ failures: 7, waited: false })
  })

  it('keeps nobody out when its file is damaged', async () => {
    const path = join(await temporaryFolder(), 'attempts.json')
    const file = await nodeFs.open(path, 'wx')
    await file.write(Buffer.from('{"failures":-1'), 0, 14, null)
    await file.close()
    expect(await new FileAttempts(path, nodeFs).read()).toEqual(noAttempts)
  })

  it('goes on where nothing can be written', async () => {
    const { monotonic, after } = new ManualClock()
    const store = new FileAttempts(
      join(await temporaryFolder(), 'x.json'),
      unwritable(nodeFs, 'EROFS'),
    )
    const attempts = new SignInAttempts({ store, monotonic, after, log })
    await attempts.start()
    for (let count = 0; count < freeTries; count++) await tried(attempts, 'wrong')
    expect(await tried(attempts, 'right')).toBe('refused')
  })
})

describe('signing in', () => {
  it('waits after the fourth wrong password, also after a restart, and then takes the right one', async () => {
    const clock = new ManualClock()
    const first = await openRoster(undefined, { after: clock.after, monotonic: clock.monotonic })
    await first.ask('createDirectory', {
      name: 'Contoso',
      domain: 'contoso.example',
      administrator,
    })
    await first.ask('signOut', {})
    const { userPrincipalName, password } = administrator
    const wrong = { userPrincipalName, password: 'Wrong-Password-1' }
    for (let count = 0; count < freeTries; count++)
      expect((await first.refusal('signIn', wrong)).code).toBe('wrong-password')
    const refused = await first.refusal('signIn', { userPrincipalName, password })
    expect(refused).toEqual({
      code: 'too-many-tries',
      message: expect.stringContaining('5 seconds'),
    })
    expect(await first.ask('getSignInWait', {})).toEqual({ milliseconds: 5000 })

    const roster = await first.reopen()
    expect((await roster.refusal('signIn', { userPrincipalName, password })).code).toBe(
      'too-many-tries',
    )
    clock.pass(5000)
    expect(await roster.ask('getSignInWait', {})).toEqual({ milliseconds: 0 })
    await signIn(roster)
  })

  it('has a password of one’s own tried no more often where it is asked for again', async () => {
    const roster = await openRoster()
    await roster.ask('openSampleDirectory', {})
    const guess = { current: 'Wrong-Password-1', next: 'Difference-Engine-1822' }
    for (let count = 0; count < freeTries; count++)
      expect((await roster.refusal('changePassword', guess)).code).toBe('wrong-password')
    expect((await roster.refusal('changePassword', guess)).code).toBe('too-many-tries')
  })
})
