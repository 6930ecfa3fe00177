import { describe, expect, it } from 'vitest'
import { clearIfHeld } from '../../../shared/clipboard.ts'

const holding = (text: string) => {
  const held = { text }
  return {
    held,
    readText: async () => held.text,
    writeText: async (next: string) => {
      held.text = next
    },
  }
}

describe('clearIfHeld', () => {
  it('takes the text off the clipboard', async () => {
    const clipboard = holding('h4Rm-w7Fd')
    expect(await clearIfHeld(clipboard, 'h4Rm-w7Fd')).toBe('cleared')
    expect(clipboard.held.text).toBe('')
  })

  it('leaves what was copied since', async () => {
    const clipboard = holding('a shopping list')
    expect(await clearIfHeld(clipboard, 'h4Rm-w7Fd')).toBe('changed')
    expect(clipboard.held.text).toBe('a shopping list')
  })

  it('clears nothing that it may not look at', async () => {
    const clipboard = holding('h4Rm-w7Fd')
    const closed = { ...clipboard, readText: () => Promise.reject(new Error('denied')) }
    expect(await clearIfHeld(closed, 'h4Rm-w7Fd')).toBe('unreadable')
    expect(clipboard.held.text).toBe('h4Rm-w7Fd')
  })
})
