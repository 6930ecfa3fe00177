import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { HistoryChange } from '../../shared/contract/history.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { RevertButton } from './revert-button.tsx'
import type { EntryWords } from './use-entry-words.ts'

/** The properties of a changed record: each with what it was and what it became. */
export function PropertyChanges({
  change,
  words,
  onRevert,
}: {
  readonly change: HistoryChange
  readonly words: EntryWords
  readonly onRevert?: (property: string) => void
}) {
  const { t } = useTranslation('history')
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '180px minmax(0, 1fr)' },
        columnGap: 2,
        rowGap: 0.5,
      }}
    >
      {change.properties.map((property) => {
        const from = words.value(property, 'from')
        const to = words.value(property, 'to')
        return (
          <Box key={property.name} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {words.property(property.name)}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {change.action === 'added' ? null : (
                <>
                  <VisuallyHidden>{t('was')}</VisuallyHidden>
                  <Box component="del" sx={{ ...plain, color: 'text.secondary' }}>
                    <bdi>{from ?? t('none')}</bdi>
                  </Box>
                  <Box component="span" aria-hidden sx={{ mx: 0.75, verticalAlign: '-2px' }}>
                    <ArrowRight size={14} />
                  </Box>
                  <VisuallyHidden>{t('became')}</VisuallyHidden>
                </>
              )}
              <Box component="ins" sx={plain}>
                <bdi>{to ?? t('none')}</bdi>
              </Box>
              {onRevert && property.name !== 'verifications' ? (
                <Box component="span" sx={{ ml: 1 }}>
                  <RevertButton
                    what={t('revertProperty', {
                      property: words.property(property.name),
                      name: change.displayName,
                    })}
                    onClick={() => onRevert(property.name)}
                  />
                </Box>
              ) : null}
            </Typography>
          </Box>
        )
      })}
    </Box>
  )
}

const plain = { textDecoration: 'none' } as const
