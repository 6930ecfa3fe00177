import { useEffect, useRef } from 'react'
import { useShortcuts } from '../shortcuts.ts'

/** The search box of a list, which Ctrl+F and F3 come back to. */
export function useSearchShortcuts() {
  const searchBox = useRef<HTMLInputElement>(null)
  const focusSearch = () => {
    searchBox.current?.focus()
    searchBox.current?.select()
  }
  useShortcuts({ 'mod+f': focusSearch, F3: focusSearch })
  return { searchBox, focusSearch }
}

/** The same where the page is a list: its search box has the focus unless a row had it. */
export function useSearchFocus(activeRow: number | null) {
  const { searchBox, focusSearch } = useSearchShortcuts()
  useEffect(() => {
    if (activeRow === null) searchBox.current?.focus()
  }, [activeRow, searchBox])
  return { searchBox, focusSearch }
}
