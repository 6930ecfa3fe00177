import { type Api, contract } from '../../shared/contract/contract.ts'
import type { Concerns, Needs, RequestShape } from '../../shared/contract/request.ts'
import { isRequest } from '../../shared/contract/requests.ts'
import type { Permission } from '../../shared/directory/permissions.ts'
import { AppError, type Envelope } from '../../shared/errors.ts'
import type { z } from '../../shared/zod.ts'
import type { Log } from '../log.ts'
import type { Sentences } from '../sentences.ts'

/** Decides whether whoever asks may have what they ask for. */
export interface Authority {
  readonly signedIn: boolean
  /** Whether a password of one's own has to be chosen before anything else. */
  readonly mustChangePassword: boolean
  /** Throws `forbidden` when their roles do not let them do this to these users and properties. */
  require(permission: Permission, concerns: Concerns | undefined): void
}

export type Dispatch = (request: string, input: unknown) => Promise<Envelope<unknown>>

/**
 * Answers requests by name: authorises, validates, calls, and puts the answer into an envelope. `lookedUp` resolves
 * once everybody can be looked up. Never throws: a host would keep nothing of the error but its message.
 */
export function createDispatch(
  api: Api,
  authority: Authority,
  lookedUp: () => Promise<void>,
  sentences: Sentences,
  log: Log,
): Dispatch {
  return async (request, raw) => {
    try {
      return { ok: true, value: await answer(api, authority, lookedUp, request, raw) }
    } catch (error) {
      if (error instanceof AppError) return { ok: false, failure: sentences.failure(error) }
      log.error(`${isRequest(request) ? request : 'an unknown request'} failed`, error)
      return { ok: false, failure: sentences.unexpected() }
    }
  }
}

async function answer(
  api: Api,
  authority: Authority,
  lookedUp: () => Promise<void>,
  request: string,
  raw: unknown,
) {
  if (!isRequest(request))
    throw new AppError('unknown-request', 'unknownRequest', {
      values: { request: request.slice(0, 60) },
    })
  const shape: RequestShape = contract[request]
  authorise(authority, shape.needs)
  const input = shape.input.safeParse(raw)
  if (!input.success) throw wrongShape(input.error)
  if (takesPermission(shape.needs) && !shape.early) await lookedUp()
  // Last of all: whoever waited may have been locked out meanwhile.
  authorise(authority, shape.needs, shape.concerns?.(input.data))
  const handler = api[request] as (input: unknown) => Promise<unknown>
  return handler(input.data)
}

function authorise(authority: Authority, needs: Needs, concerns?: Concerns) {
  if (needs === 'nothing') return
  if (!authority.signedIn) throw new AppError('locked', 'notSignedIn')
  if (needs === 'session') return
  if (authority.mustChangePassword) throw new AppError('must-change', 'mustChange')
  if (takesPermission(needs)) authority.require(needs, concerns)
}

const takesPermission = (needs: Needs): needs is Permission =>
  needs !== 'nothing' && needs !== 'session' && needs !== 'open directory'

function wrongShape(error: z.ZodError): AppError {
  const [issue] = error.issues
  const where = issue?.path.join('.') || 'input'
  return new AppError('invalid-input', 'wrongShape', {
    values: { detail: issue ? `${where}: ${issue.message}` : where },
    ...(issue?.path.length ? { fields: { [where]: { rule: 'wrongType' } } } : {}),
  })
}
