import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBackups } from '../api/queries.ts'
import { ShowFolderButton } from '../folders/show-folder-button.tsx'
import { PathLine } from '../ui/path-line.tsx'

/** Where the backups are. `second` is what can be done about the second folder. */
export function BackupFolders({ second }: { readonly second?: ReactNode }) {
  const { t } = useTranslation('backups')
  const { data } = useBackups()
  if (!data) return null
  const { folder, secondFolder } = data
  return (
    <Box>
      <Line>
        <PathLine label={t('folderLabel')} path={folder}>
          {t('folder', { path: folder })}
        </PathLine>
        <ShowFolderButton folder="backups" />
      </Line>
      {secondFolder ? (
        <Line>
          <PathLine label={t('secondFolderLabel')} path={secondFolder}>
            {t('secondFolder', { path: secondFolder })}
          </PathLine>
          <Box sx={{ display: 'flex', flexShrink: 0 }}>
            {second}
            <ShowFolderButton folder="second-backups" />
          </Box>
        </Line>
      ) : (
        second
      )}
    </Box>
  )
}

const Line = ({ children }: { readonly children: ReactNode }) => (
  <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
    {children}
  </Box>
)
