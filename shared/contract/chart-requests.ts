import { z } from '../zod.ts'
import { id, ids } from './parts.ts'
import { person } from './profile.ts'
import { concerning, type RequestShapes } from './request.ts'

/** A person in the chart: whom they report to, and how many stand below them over all levels. */
const placed = person.extend({ managerId: z.string().nullable(), below: z.int() })

export type PlacedPerson = z.output<typeof placed>

/** Who reports to whom. */
export const chartRequests = {
  /** Everybody below a person, level by level; without one, below whoever has the most people. */
  getOrganizationChart: {
    needs: 'users.read',
    input: z.strictObject({
      topId: id.optional(),
      limit: z.int().min(1).max(20_000).default(10_000),
    }),
    output: z.strictObject({
      /** The first is the top, and each comes after whom they report to. Empty when nobody manages anybody. */
      people: z.array(placed),
      /** How many there are in all; more than `people` when the limit cut the lowest levels. */
      total: z.int(),
      /** From the top's own manager upwards. */
      above: z.array(person),
      /** Those who report to nobody and manage somebody, the largest first. */
      tops: z.array(placed),
    }),
  },
  /** Gives everybody who reports to these managers to another. */
  reassignReports: concerning({
    needs: 'users.update',
    concerns: () => ({ properties: ['managerId'] }),
    input: z.strictObject({ managerIds: ids, newManagerId: id }),
    /** `transactionId` is null when nobody reported to them. */
    output: z.strictObject({ transactionId: z.string().nullable(), updated: z.int() }),
  }),
} satisfies RequestShapes
