import { sections } from '../fields/property.ts'
import { z } from '../zod.ts'
import { nothing } from './parts.ts'
import { person } from './profile.ts'
import type { RequestShapes } from './request.ts'

/** What may be wrong with people's data, each to be worked off. */
export const healthQueues = [
  'missingFacts',
  'noUsageLocation',
  'impossiblePhone',
  'managerGone',
  'noManager',
  'duplicates',
  'unverifiedContacts',
  'lookAlikes',
] as const

export type HealthQueue = (typeof healthQueues)[number]

/** How much of what could be filled in is; `users` times the properties of the section is all of it. */
const filled = z.strictObject({ filled: z.int(), possible: z.int() })

export type Filled = z.output<typeof filled>

const healthReason = z.enum(['sameName', 'samePhone', 'sameMail', 'lookAlikeName'])

/** Who is in a queue together, and by what. In most queues everybody stands alone, without a reason. */
const healthGroup = z.strictObject({
  reason: healthReason.optional(),
  /** What they share, as one of them has it. */
  value: z.string().optional(),
  people: z.array(person),
})

export type HealthGroup = z.output<typeof healthGroup>

/** How good the directory's data is. */
export const healthRequests = {
  getHealth: {
    needs: 'users.read',
    input: nothing,
    output: z.strictObject({
      users: z.int(),
      revision: z.int(),
      sections: z.array(z.strictObject({ section: z.enum(sections), ...filled.shape })),
      /** The largest departments first; the empty name is of those without one. */
      departments: z.array(
        z.strictObject({ department: z.string(), users: z.int(), ...filled.shape }),
      ),
      queues: z.array(z.strictObject({ queue: z.enum(healthQueues), users: z.int() })),
    }),
  },
  listHealthQueue: {
    needs: 'users.read',
    input: z.strictObject({
      queue: z.enum(healthQueues),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      /** Groups in all, and the people in them. */
      total: z.int(),
      users: z.int(),
      groups: z.array(healthGroup),
      /** Everybody in the queue, up to 10,000, to be chosen in the list. */
      ids: z.array(z.string()),
    }),
  },
} satisfies RequestShapes
