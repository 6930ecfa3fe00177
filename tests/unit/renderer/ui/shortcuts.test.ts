import { describe, expect, it } from 'vitest'
import { shortcutOf } from '../../../../renderer/ui/shortcuts.ts'

const pressed = (key: string, held: Partial<Parameters<typeof shortcutOf>[0]> = {}) =>
  shortcutOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

describe('shortcutOf', () => {
  it('calls Ctrl and the Mac’s Cmd by one name', () => {
    expect(pressed('f', { ctrlKey: true })).toBe('mod+f')
    expect(pressed('f', { metaKey: true })).toBe('mod+f')
  })

  it('does not mind Caps Lock', () => {
    expect(pressed('N', { ctrlKey: true })).toBe('mod+n')
  })

  it('keeps the names of keys that are no letters', () => {
    expect(pressed('F3')).toBe('F3')
  })

  it('tells a key with other keys held from the key alone', () => {
    expect(pressed('F3', { shiftKey: true })).toBe('shift+F3')
    expect(pressed('f', { ctrlKey: true, altKey: true, shiftKey: true })).toBe('mod+alt+shift+f')
  })
})
