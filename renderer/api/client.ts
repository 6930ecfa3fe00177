import type { Client } from '../../shared/contract/contract.ts'
import { type Request, requests } from '../../shared/contract/requests.ts'
import { type Failure, RequestFailed } from '../../shared/errors.ts'
import type { Transport } from './transport.ts'

/** The application's requests as functions: an envelope becomes its value or a thrown `RequestFailed`. */
export function createClient(transport: Transport): Client {
  const call = (request: Request) => async (input: unknown) => {
    const answer = await transport.send(request, input)
    if (answer.ok) return answer.value
    throw new RequestFailed(answer.failure)
  }
  return Object.fromEntries(requests.map((request) => [request, call(request)])) as Client
}

/** What to tell of an error: a refusal's own sentence, or null when it is a bug of the page. */
export const failureIn = (error: unknown): Failure | null =>
  error instanceof RequestFailed ? error.failure : null
