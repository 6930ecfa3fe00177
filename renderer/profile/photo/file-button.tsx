import Button from '@mui/material/Button'
import { type Ref, useRef } from 'react'

/** A button that asks for a file. `accept` as in HTML. */
export function FileButton({
  label,
  accept,
  onFile,
  ref,
}: {
  readonly label: string
  readonly accept: string
  readonly onFile: (file: File) => void
  readonly ref: Ref<HTMLButtonElement>
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button ref={ref} variant="outlined" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? []
          // So that choosing the same file again is a change too.
          target.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
