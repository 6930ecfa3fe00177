import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ArrowLeftRight, GitMerge } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../shared/contract/profile.ts'
import { isUniqueToOne } from '../../shared/directory/unique-to-one.ts'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import { isEmpty } from '../../shared/fields/values.ts'
import { useApi } from '../api/api-context.tsx'
import { mergePreviewQuery, useUser } from '../api/queries.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { useReport } from '../api/use-report.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { CommandButton } from '../ui/command-button.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { GoLink } from '../ui/go-link.tsx'
import { Page } from '../ui/page.tsx'
import { MergeGroups } from './merge-groups.tsx'
import { MergeTable } from './merge-table.tsx'
import { differencesOf, sideOf } from './sides.ts'

/** One user of two, value by value. */
export function MergePage({
  keptId,
  otherId,
}: {
  readonly keptId: string
  readonly otherId: string
}) {
  const kept = useUser(keptId)
  const other = useUser(otherId)
  const error = kept.error ?? other.error
  if (error) return <FailureAlert error={error} />
  return kept.data && other.data ? <Merge kept={kept.data} other={other.data} /> : null
}

function Merge({ kept, other }: { readonly kept: Profile; readonly other: Profile }) {
  const { t } = useTranslation('compare')
  const api = useApi()
  const pair = [
    sideOf(kept, t('stays', namesOf(kept))),
    sideOf(other, t('goes', namesOf(other))),
  ] as const
  const differences = differencesOf(pair)
  const choosable = differences.filter((name) => !isUniqueToOne(name))
  const [chosen, setChosen] = useState<ReadonlyMap<PropertyName, boolean>>(new Map())
  // What only the other has is worth keeping.
  const takes = (name: PropertyName) =>
    chosen.get(name) ?? (isEmpty(kept[name]) && !isEmpty(other[name]))
  const report = useReport()
  const whyNot = useWhyNot()
  const groupsRefusal = whyNot('groups.update')
  const preview = useQuery(mergePreviewQuery(api, kept.id, other.id))
  const merging = useMutation({
    mutationFn: () =>
      api.mergeUsers({
        kept: { id: kept.id, revision: kept.revision },
        other: { id: other.id, revision: other.revision },
        take: choosable.filter(takes),
        groups: groupsRefusal === undefined,
      }),
    onSuccess: ({ transactionId }) => {
      const names = { kept: kept.displayName, other: other.displayName }
      report(t('merged', names), transactionId)
      goTo(places.profile(kept.id))
    },
  })
  const refusal = whyNot('users.delete', { user: other })
  const error = merging.error ?? preview.error
  return (
    <Page
      title={t('mergeHeading', { kept: kept.displayName, other: other.displayName })}
      above={
        <GoLink to={places.compare(kept.id, other.id)}>
          {t('heading', { one: kept.displayName, other: other.displayName })}
        </GoLink>
      }
      about={
        <Typography variant="body2" color="textSecondary">
          {t('mergeText', { kept: kept.displayName, other: other.displayName })}{' '}
          {other.directReportCount > 0
            ? t('reports', { count: other.directReportCount, name: kept.displayName })
            : null}
        </Typography>
      }
      actions={
        <>
          <CommandButton
            label={t('swap', { name: other.displayName })}
            icon={ArrowLeftRight}
            onClick={() => goTo(places.merge(other.id, kept.id), { replace: true })}
          />
          <CommandButton
            label={t('mergeNow')}
            icon={GitMerge}
            variant="contained"
            color="primary"
            refusal={refusal}
            disabled={merging.isPending || !preview.data}
            onClick={() => merging.mutate()}
          />
        </>
      }
    >
      {error ? (
        <Box sx={{ mb: 2 }}>
          <FailureAlert error={error} />
        </Box>
      ) : null}
      {differences.length === 0 ? (
        <Alert severity="info">{t('nothingToChoose')}</Alert>
      ) : (
        <MergeTable
          pair={pair}
          properties={differences}
          takes={takes}
          onTake={(name, taken) => setChosen((before) => new Map(before).set(name, taken))}
        />
      )}
      {preview.data ? (
        <MergeGroups kept={kept} other={other} {...preview.data} refusal={groupsRefusal} />
      ) : null}
    </Page>
  )
}

const namesOf = ({ displayName, userPrincipalName }: Profile) => ({
  name: `${displayName}, ${userPrincipalName}`,
})
