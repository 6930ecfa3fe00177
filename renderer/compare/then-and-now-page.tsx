import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { userAsOfQuery, useUser } from '../api/queries.ts'
import { places } from '../navigation/places.ts'
import { useFormats } from '../text/formats.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { GoLink } from '../ui/go-link.tsx'
import { Page } from '../ui/page.tsx'
import { Comparison } from './comparison.tsx'
import { sideOf } from './sides.ts'

/** A user as an entry of the history left them, beside what they are now. */
export function ThenAndNowPage({
  id,
  transactionId,
}: {
  readonly id: string
  readonly transactionId: string
}) {
  const { t } = useTranslation('compare')
  const { moment } = useFormats()
  const now = useUser(id)
  const then = useQuery(userAsOfQuery(useApi(), { id, transactionId }))
  const error = now.error ?? then.error
  if (error) return <FailureAlert error={error} />
  if (!now.data || !then.data) return null
  const { displayName } = now.data
  const title = t('headingThen', { name: displayName })
  const above = <GoLink to={places.profile(id)}>{t('backToUser', { name: displayName })}</GoLink>
  const { user, at } = then.data
  if (!user)
    return (
      <Page title={title} above={above}>
        <Typography color="textSecondary">{t('notThere', { name: displayName })}</Typography>
      </Page>
    )
  const past = { ...user, title: t('after', { number: transactionId, when: moment(at) }) }
  return (
    <Comparison
      title={title}
      pair={[past, sideOf(now.data, t('now'))]}
      same={t('sameThen')}
      above={above}
    />
  )
}
