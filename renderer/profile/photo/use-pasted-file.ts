import { useEffect, useEffectEvent } from 'react'

/** Receives a picture or file pasted anywhere on the page but where it is meant for something else. */
export function usePastedFile(receive: (file: File) => void) {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const [file] = event.clipboardData?.files ?? []
    if (!file || isForAnother(event)) return
    event.preventDefault()
    receive(file)
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => take(event)
    document.addEventListener('paste', listener)
    return () => document.removeEventListener('paste', listener)
  }, [])
}

/** A dialog is open, or there is text for the field that has the focus. */
function isForAnother({ target, clipboardData }: ClipboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role=dialog]')) return true
  const field = target.closest('input, textarea, [contenteditable]')
  return field !== null && (clipboardData?.types.includes('text/plain') ?? false)
}
