import type { Hmac } from 'node:crypto'
import { z } from '../../../shared/zod.ts'
import { bufferOver } from '../buffer-over.ts'
import { asciiJson } from './ascii-json.ts'

/**
 * Chains an entry of the history to the one before it: an HMAC over that one's and the lines of this one,
 * which stands below them. Frames are chained as well, but by the key of a file; this key seals none.
 */
export class AuditLink {
  readonly #hmac: Hmac
  #mac: string | null = null

  /** `hmac` is fresh; `before` is the mac of the entry before, in base 64. */
  constructor(hmac: Hmac, before: string) {
    this.#hmac = hmac.update(before)
  }

  /** Takes the lines of the entry's next frame. */
  add(lines: Uint8Array): void {
    this.#hmac.update('\n').update(lines)
  }

  /** The mac in base 64, once all lines have been taken. */
  get mac(): string {
    this.#mac ??= this.#hmac.digest('base64')
    return this.#mac
  }
}

const begin = '{"mac":'
const schema = z.object({ mac: z.base64() })

/** The line that ends an entry. */
export const macLine = (mac: string): string => asciiJson({ mac })

/** What a frame holds of an entry, and the mac that stands below the last of it. */
export function linesAndMac(content: Uint8Array): {
  readonly lines: Uint8Array
  readonly mac: string | null
} {
  const bytes = bufferOver(content)
  const end = bytes.lastIndexOf('\n')
  if (bytes.toString('latin1', end + 1, end + 1 + begin.length) !== begin)
    return { lines: content, mac: null }
  const { mac } = schema.parse(JSON.parse(bytes.toString('latin1', end + 1)))
  return { lines: bytes.subarray(0, Math.max(0, end)), mac }
}
