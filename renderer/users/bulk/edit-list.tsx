import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { propertiesOf } from '../../../shared/fields/catalogue.ts'
import { sections } from '../../../shared/fields/property.ts'
import { PropertyChoice } from '../property-choice.tsx'
import { type DraftEdit, draftOf } from './draft-edits.ts'
import { EditCard } from './edit-card.tsx'

/** The edits as they are being put together, and the way to one more. */
export function EditList({
  drafts,
  ready,
  busy,
  onChange,
  onPreview,
}: {
  readonly drafts: readonly DraftEdit[]
  readonly ready: boolean
  readonly busy: boolean
  readonly onChange: (drafts: readonly DraftEdit[]) => void
  readonly onPreview: () => void
}) {
  const { t } = useTranslation('bulk')
  const groups = useMemo(() => {
    const taken = new Set(drafts.map(({ property }) => property))
    return sections.map((section) => ({
      section,
      columns: propertiesOf(section).filter((property) => !taken.has(property)),
    }))
  }, [drafts])
  return (
    <Box
      component="section"
      aria-label={t('changes')}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, overflow: 'auto', p: 0.5, pr: 1 }}
    >
      <Typography variant="h2">{t('changes')}</Typography>
      {drafts.map((draft, at) => (
        <EditCard
          key={draft.property}
          draft={draft}
          onChange={(next) => onChange(drafts.with(at, next))}
          onRemove={() => onChange(drafts.filter((other) => other !== draft))}
        />
      ))}
      <PropertyChoice
        // A new field for the next property: the last choice must not stay in it.
        key={drafts.map(({ property }) => property).join()}
        label={drafts.length === 0 ? t('addFirst') : t('addNext')}
        groups={groups}
        value={null}
        autoFocus={drafts.length === 0}
        onChange={(property) => {
          if (property) onChange([...drafts, draftOf(property)])
        }}
      />
      <Box>
        <Button variant="outlined" disabled={!ready} loading={busy} onClick={onPreview}>
          {t('preview')}
        </Button>
      </Box>
    </Box>
  )
}
