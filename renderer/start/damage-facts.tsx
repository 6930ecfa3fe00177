import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { ShowFolderButton } from '../folders/show-folder-button.tsx'
import { useFormats } from '../text/formats.ts'
import { PathLine } from '../ui/path-line.tsx'

type Damage = NonNullable<Output<'directoryStatus'>['damage']>

const kinds = {
  'torn-tail': 'foundTornTail',
  'damaged-checkpoint': 'foundDamagedCheckpoint',
  'damaged-segment': 'foundDamagedSegment',
  'missing-segment': 'foundMissingSegment',
  'unreadable-file': 'foundUnreadableFile',
  'foreign-file': 'foundForeignFile',
  'missing-end': 'foundMissingEnd',
  'other-history': 'foundOtherHistory',
  'damaged-anchor': 'foundDamagedAnchor',
  'damaged-keys': 'foundDamagedKeys',
  'foreign-keys': 'foundForeignKeys',
  'old-keys': 'foundOldKeys',
} as const

/** The report of damage in words. */
export function DamageFacts({ damage }: { readonly damage: Damage }) {
  const { t } = useTranslation('start')
  const { moment, number } = useFormats()
  const { findings, recovered, missing, originals, file } = damage
  // A crash leaves torn tails, too, and those lost nothing.
  const damaged = findings.filter(({ kind }) => kind !== 'torn-tail')
  return (
    <Box component="section" aria-label={t('whatWasFound')}>
      <Typography variant="h2">{t('whatWasFound')}</Typography>
      <Box component="ul" sx={{ my: 1, pl: 2.5 }}>
        {(damaged.length > 0 ? damaged : findings).map((finding) => (
          <Typography component="li" variant="body2" key={`${finding.file} ${finding.kind}`}>
            {t(kinds[finding.kind], { file: finding.file, offset: number(finding.offset) })}
          </Typography>
        ))}
        {recovered ? (
          <Typography component="li" variant="body2">
            {t('recovered', {
              users: number(recovered.users),
              groups: number(recovered.groups),
              when: moment(recovered.savedAt),
            })}
          </Typography>
        ) : null}
        {missing ? (
          <Typography component="li" variant="body2">
            {t('missing', {
              count: missing.last - missing.first + 1,
              shown: number(missing.last - missing.first + 1),
            })}
          </Typography>
        ) : null}
      </Box>
      <PathLine label={t('originalsLabel')} path={originals}>
        {t('originals', { path: originals })}
      </PathLine>
      {file ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <PathLine label={t('reportLabel')} path={file}>
            {t('report', { path: file })}
          </PathLine>
          <ShowFolderButton folder="reports" />
        </Box>
      ) : null}
    </Box>
  )
}
