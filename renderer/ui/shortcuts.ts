import { useEffect, useRef } from 'react'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** A key press as text such as `mod+f` or `F3`; `mod` is Ctrl, or Cmd on a Mac. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const named = key.length === 1 ? key.toLowerCase() : key
  return [ctrlKey || metaKey ? 'mod' : '', altKey ? 'alt' : '', shiftKey ? 'shift' : '', named]
    .filter((part) => part !== '')
    .join('+')
}

/** A shortcut as it is written on this computer's keys. */
export function keysOf(shortcut: string, mac = isMac()): string {
  const names: Readonly<Record<string, string>> = mac
    ? { mod: '⌘', alt: '⌥', shift: '⇧' }
    : { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' }
  return shortcut
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(mac ? '' : '+')
}

const isMac = () => /Mac/.test(navigator.userAgent)

/** A field in which the same keys are for what is typed. */
export const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, input:not([type=checkbox], [type=radio])'))

/** A dialog or a menu, which is to be answered before anything else of the page. */
export const dialogHasFocus = (): boolean =>
  document.activeElement?.closest('.MuiModal-root') != null

/** Presses the keys of a shortcut where the focus is. Answers whether the page did something with them. */
export function press(shortcut: string, mac = isMac()): boolean {
  const parts = shortcut.split('+')
  const mod = parts.includes('mod')
  const event = new KeyboardEvent('keydown', {
    key: parts.at(-1) ?? '',
    ctrlKey: mod && !mac,
    metaKey: mod && mac,
    altKey: parts.includes('alt'),
    shiftKey: parts.includes('shift'),
    bubbles: true,
    cancelable: true,
  })
  return !(document.activeElement ?? document.body).dispatchEvent(event)
}

/**
 * Runs a command of the page wherever the focus is, unless a dialog or a menu has it, or a text field where
 * the keys are to be left to that.
 */
export function useShortcuts(
  shortcuts: Readonly<Record<string, () => void>>,
  { outsideText = false }: { readonly outsideText?: boolean } = {},
) {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    const onPress = (event: KeyboardEvent) => {
      const run = current.current[shortcutOf(event)]
      if (!run || event.defaultPrevented || dialogHasFocus()) return
      if (outsideText && isText(event.target)) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onPress)
    return () => window.removeEventListener('keydown', onPress)
  }, [outsideText])
}
