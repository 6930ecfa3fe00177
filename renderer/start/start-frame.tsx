import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ShowFolderButton } from '../folders/show-folder-button.tsx'
import { PathLine } from '../ui/path-line.tsx'

/** The frame of the pages before the directory is open. */
export function StartFrame({
  title,
  dataFolder,
  wide = false,
  opensFolder = false,
  children,
}: {
  readonly title: string
  readonly dataFolder: string
  readonly wide?: boolean
  /** Whether the data folder can be opened from here. */
  readonly opensFolder?: boolean
  readonly children: ReactNode
}) {
  const { t } = useTranslation('start')
  useEffect(() => {
    document.title = `${title} · Roster`
  }, [title])
  return (
    <Box sx={{ height: '100%', overflow: 'auto', display: 'grid', placeItems: 'center', p: 3 }}>
      <Box component="main" sx={{ width: '100%', maxWidth: wide ? 640 : 440 }}>
        <Typography variant="h1" sx={{ mb: 1 }} dir="auto">
          {title}
        </Typography>
        {children}
        <Box sx={{ mt: 3, display: 'flex', alignItems: 'center', gap: 1 }}>
          <PathLine label={t('dataFolderLabel')} path={dataFolder}>
            {t('dataFolder', { path: dataFolder })}
          </PathLine>
          {opensFolder ? <ShowFolderButton folder="data" /> : null}
        </Box>
      </Box>
    </Box>
  )
}
