import GlobalStyles from '@mui/material/GlobalStyles'
import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

/**
 * Prints its content, and nothing else of the page, as soon as it is there; then calls `onDone`. On paper
 * everything is dark on white, whatever the theme.
 */
export function PrintSheet({
  landscape = false,
  onDone,
  children,
}: {
  readonly landscape?: boolean
  readonly onDone: () => void
  readonly children: ReactNode
}) {
  const sheet = useRef<HTMLDivElement>(null)
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    let wanted = true
    const pictures = [...(sheet.current?.querySelectorAll('img') ?? [])]
    void Promise.allSettled(pictures.map((picture) => picture.decode())).then(() => {
      if (!wanted) return
      window.print()
      done.current()
    })
    return () => {
      wanted = false
    }
  }, [])
  return createPortal(
    <div ref={sheet} data-print-sheet aria-hidden>
      <GlobalStyles
        styles={{
          '@media screen': { '[data-print-sheet]': { display: 'none' } },
          '@media print': {
            'html, body': { height: 'auto', overflow: 'visible', background: '#fff !important' },
            'body > :not([data-print-sheet])': { display: 'none !important' },
            '[data-print-sheet]': { color: '#000' },
          },
          '@page': { size: landscape ? 'landscape' : 'portrait', margin: '12mm' },
        }}
      />
      {children}
    </div>,
    document.body,
  )
}
