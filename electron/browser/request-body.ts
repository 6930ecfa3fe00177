import type { IncomingMessage } from 'node:http'
import { inputOfForm, valueOfJson } from '../../shared/contract/bytes.ts'
import { AppError } from '../../shared/errors.ts'

const megabyte = 2 ** 20
export const bodyLimit = 25 * megabyte

/** The input that a request carries as JSON or as a form. Throws `too-large` or `invalid-input`. */
export async function readInput(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request)
  const type = request.headers['content-type'] ?? ''
  try {
    if (!type.startsWith('multipart/form-data')) return valueOfJson(body.toString('utf8'))
    const carrier = new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    return await inputOfForm(await carrier.formData())
  } catch (cause) {
    throw new AppError('invalid-input', 'unreadableBody', { cause })
  }
}

/** Gives up at the limit, not at the end: nothing that is sent after it is kept. */
function readBody(request: IncomingMessage): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const chunks: Buffer[] = []
  let size = 0
  const giveUp = () => {
    chunks.length = 0
    request.off('data', take).resume()
    reject(new AppError('too-large', 'bodyTooLarge', { values: { limit: bodyLimit / megabyte } }))
  }
  const take = (chunk: Buffer) => {
    size += chunk.length
    if (size > bodyLimit) giveUp()
    else chunks.push(chunk)
  }
  request
    .on('data', take)
    .once('end', () => resolve(Buffer.concat(chunks)))
    .once('error', reject)
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) giveUp()
  return promise
}
