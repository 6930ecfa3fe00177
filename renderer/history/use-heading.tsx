import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { groupQueryOf, userQueryOf } from '../api/queries.ts'
import type { About } from '../entries/about.ts'
import { places } from '../navigation/places.ts'
import { GoLink } from '../ui/go-link.tsx'
import { NamedHeading } from '../ui/named-heading.tsx'

/** The heading of a page of history: whose it is, with the way to everybody's. */
export function useHeading(about: About | null): {
  readonly title: string
  readonly heading?: ReactNode
  readonly above?: ReactNode
} {
  const { t } = useTranslation('history')
  const api = useApi()
  const userId = about && 'userId' in about ? about.userId : null
  const groupId = about && 'groupId' in about ? about.groupId : null
  const user = useQuery({ ...userQueryOf(api, userId ?? ''), enabled: userId !== null })
  const group = useQuery({ ...groupQueryOf(api, groupId ?? ''), enabled: groupId !== null })
  if (!about) return { title: t('heading') }
  const above = <GoLink to={places.history}>{t('everything')}</GoLink>
  const named = user.data ?? group.data
  if (!named) return { title: t('heading'), above }
  const { displayName } = named
  return {
    title: t('headingOf', { name: displayName }),
    heading: <NamedHeading name={displayName} sentence={(name) => t('headingOf', { name })} />,
    above,
  }
}
