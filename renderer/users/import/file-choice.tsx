import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { FileText } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A place to drop a file on, with a button for choosing one. Smaller once a file was chosen. */
export function FileChoice({
  again,
  disabled,
  onFile,
}: {
  readonly again: boolean
  readonly disabled: boolean
  readonly onFile: (file: File) => void
}) {
  const { t } = useTranslation('importer')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file && !disabled) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        gap: 1.5,
        p: again ? 1 : 5,
        border: '1px dashed',
        borderColor: over ? 'primary.main' : 'divider',
        borderRadius: 1,
        bgcolor: over ? 'action.hover' : undefined,
      }}
    >
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label={t('chooseFile')}
        onChange={({ target }) => {
          take(target.files)
          // The same file can be chosen again after it was corrected.
          target.value = ''
        }}
      />
      <Button
        variant="outlined"
        autoFocus={!again}
        disabled={disabled}
        startIcon={<FileText size={16} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {again ? t('otherFile') : t('chooseFile')}
      </Button>
      <Typography variant="body2" color="textSecondary">
        {t('dropHere')}
      </Typography>
    </Box>
  )
}
