import { useEffect, useRef } from 'react'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** A key press as text such as `mod+f` or `F3`; `mod` is Ctrl, or Cmd on a Mac. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const named = key.length === 1 ? key.toLowerCase() : key
  return [ctrlKey || metaKey ? 'mod' : '', altKey ? 'alt' : '', shiftKey ? 'shift' : '', named]
    .filter((part) => part !== '')
    .join('+')
}

/** Runs a command of the page wherever the focus is, unless a dialog or a menu has it. */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>) {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const run = current.current[shortcutOf(event)]
      if (!run || event.defaultPrevented || document.activeElement?.closest('.MuiModal-root'))
        return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
