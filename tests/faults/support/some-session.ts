import type { Call, Verdict } from './memory-store-fs.ts'
import { long } from './scale.ts'
import { pick, somePlan } from './some-plan.ts'
import type { StoreSession } from './store-session.ts'

/** What disks answer when something is wrong with them; the last, those of another computer. */
export const codes = [
  'ENOSPC',
  'EIO',
  'EPERM',
  'EACCES',
  'EBUSY',
  'EROFS',
  'EDQUOT',
  'EMFILE',
  'EXDEV',
  'ETIMEDOUT',
] as const

/** Which failure each of many calls gets: in the long form every one, in its share one after another. */
export const failures: readonly (readonly [told: string, codeOf: (number: number) => string])[] =
  long
    ? codes.map((code) => [code, () => code])
    : [['one failure or another', (number) => codes[number % codes.length] ?? codes[0]]]

const extents = ['nothing', 'part', 'whole'] as const

/** Somebody at work: saves, ends and new beginnings, with failing calls and kills in between. */
export async function someSession(
  session: StoreSession,
  random: () => number,
  { steps }: { readonly steps: number },
): Promise<void> {
  let verdict: ((call: Call) => Verdict | null) | null = null
  const intercept = (call: Call) => verdict?.(call) ?? null
  const inCalls = (most: number, due: Verdict) => {
    let left = Math.floor(random() * most)
    verdict = () => {
      left -= 1
      if (left >= 0) return null
      verdict = null
      return due
    }
  }
  await session.open(intercept)
  for (let step = 0; step < steps; step += 1) {
    const chance = random()
    if (chance < 0.15) inCalls(14, { kill: pick(random, extents) })
    else if (chance < 0.35) inCalls(14, { fail: pick(random, codes), done: pick(random, extents) })
    else if (chance < 0.45) {
      await session.close()
      verdict = null
      await session.open(intercept)
    }
    if ((await session.save(somePlan(random, session.reference))) === 'killed') {
      session.kill()
      verdict = null
      await session.open(intercept)
    }
  }
  verdict = null
  await session.close()
}
