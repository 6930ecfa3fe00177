import { z } from '../zod.ts'
import { stamp } from './stamp.ts'

/** People (and, in security groups, groups) gathered under one name. */
export const groupSchema = z.object({
  ...stamp,
  displayName: z.string(),
  description: z.string().nullable().default(null),
  mailNickname: z.string(),
  kind: z.enum(['security', 'microsoft365']),
  ownerIds: z.array(z.string()).default([]),
  memberIds: z.array(z.string()).default([]),
})

export type Group = z.output<typeof groupSchema>
