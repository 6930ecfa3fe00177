import type { z } from '../zod.ts'
import { backupRequests } from './backup-requests.ts'
import { bulkRequests } from './bulk-requests.ts'
import { chartRequests } from './chart-requests.ts'
import { compareRequests } from './compare-requests.ts'
import { directoryRequests } from './directory-requests.ts'
import { groupRequests } from './group-requests.ts'
import { healthRequests } from './health-requests.ts'
import { historyRequests } from './history-requests.ts'
import { keyRequests } from './key-requests.ts'
import { passwordRequests } from './password-requests.ts'
import { personalRequests } from './personal-requests.ts'
import { policyRequests } from './policy-requests.ts'
import { preferenceRequests } from './preference-requests.ts'
import { recoveryRequests } from './recovery-requests.ts'
import type { RequestShape } from './request.ts'
import type { Request } from './requests.ts'
import { roleRequests } from './role-requests.ts'
import { sessionRequests } from './session-requests.ts'
import { supportRequests } from './support-requests.ts'
import { transferRequests } from './transfer-requests.ts'
import { userRequests } from './user-requests.ts'

/** The one description of the boundary: what each request takes, gives back, and who may make it. */
export const contract = {
  ...directoryRequests,
  ...sessionRequests,
  ...keyRequests,
  ...recoveryRequests,
  ...userRequests,
  ...passwordRequests,
  ...chartRequests,
  ...roleRequests,
  ...healthRequests,
  ...bulkRequests,
  ...groupRequests,
  ...transferRequests,
  ...historyRequests,
  ...compareRequests,
  ...backupRequests,
  ...personalRequests,
  ...policyRequests,
  ...supportRequests,
  ...preferenceRequests,
} satisfies Record<Request, RequestShape>

type Contract = typeof contract

/** What a handler receives: the input as the schema leaves it. */
export type Input<R extends Request> = z.output<Contract[R]['input']>

/** What a caller may give: fields with a default may be left out. */
export type Asked<R extends Request> = z.input<Contract[R]['input']>

export type Output<R extends Request> = z.output<Contract[R]['output']>

/** The application implements this. */
export type Api = { readonly [R in Request]: (input: Input<R>) => Promise<Output<R>> }

/** The renderer calls this. */
export type Client = { readonly [R in Request]: (input: Asked<R>) => Promise<Output<R>> }
