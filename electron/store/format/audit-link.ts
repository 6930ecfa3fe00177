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

const lineFeed = 10
const begin = [...Buffer.from('{"mac":')]
const schema = z.object({ mac: z.base64() })

/** The line that ends an entry. */
export const macLine = (mac: string): string => asciiJson({ mac })

/** What a frame holds of an entry, and the mac that stands below the last of it. */
export function linesAndMac(content: Uint8Array): {
  readonly lines: Uint8Array
  readonly mac: string | null
} {
  const lines = linesAbove(content)
  if (lines.length === content.length) return { lines, mac: null }
  const { mac } = schema.parse(JSON.parse(bufferOver(content).toString('latin1', lines.length)))
  return { lines, mac }
}

/** What a frame holds of an entry, without the mac that may stand below: for many of them, reading that takes its time. */
export function linesAbove(content: Uint8Array): Uint8Array {
  const end = content.lastIndexOf(lineFeed)
  const isMac = begin.every((code, at) => content[end + 1 + at] === code)
  return isMac ? content.subarray(0, Math.max(0, end)) : content
}
