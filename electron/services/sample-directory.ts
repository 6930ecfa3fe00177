import { z } from '../../shared/zod.ts'

/** The invented organisation that comes with Roster. */
export const sampleDirectory = z.object({
  name: z.string(),
  domains: z.array(z.string()).min(1),
  administrator: z.object({ userPrincipalName: z.string(), password: z.string() }),
  users: z.array(
    z.looseObject({ id: z.string(), displayName: z.string(), userPrincipalName: z.string() }),
  ),
  groups: z.array(z.looseObject({ id: z.string() })),
  roleAssignments: z.array(z.object({ roleId: z.string(), userId: z.string() })),
})

export type SampleDirectory = z.output<typeof sampleDirectory>

/** Where the sample comes from; an installation may leave it out. */
export interface SampleSource {
  readonly available: boolean
  read(): Promise<SampleDirectory>
}
