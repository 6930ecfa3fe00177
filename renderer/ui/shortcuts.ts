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
export function keysOf(shortcut: string, mac = /Mac/.test(navigator.userAgent)): string {
  const names: Readonly<Record<string, string>> = mac
    ? { mod: '⌘', alt: '⌥', shift: '⇧' }
    : { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' }
  return shortcut
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(mac ? '' : '+')
}

/** A field in which the same keys are for what is typed. */
const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, input:not([type=checkbox], [type=radio])'))

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
    const press = (event: KeyboardEvent) => {
      const run = current.current[shortcutOf(event)]
      if (!run || event.defaultPrevented || document.activeElement?.closest('.MuiModal-root'))
        return
      if (outsideText && isText(event.target)) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [outsideText])
}
