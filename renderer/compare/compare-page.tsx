import { GitMerge } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useUser } from '../api/queries.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { CommandButton } from '../ui/command-button.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { GoLink } from '../ui/go-link.tsx'
import { Comparison } from './comparison.tsx'
import { sideOf } from './sides.ts'

/** Two users side by side. */
export function ComparePage({ one, other }: { readonly one: string; readonly other: string }) {
  const { t } = useTranslation('compare')
  const first = useUser(one)
  const second = useUser(other)
  const whyNot = useWhyNot()
  const error = first.error ?? second.error
  if (error) return <FailureAlert error={error} />
  if (!first.data || !second.data) return null
  const [left, right] = [first.data, second.data]
  const alive = left.deletedDateTime === null && right.deletedDateTime === null
  return (
    <Comparison
      title={t('heading', { one: left.displayName, other: right.displayName })}
      pair={[sideOf(left), sideOf(right, titleBeside(left.displayName, right))]}
      same={t('same')}
      above={
        <GoLink to={places.profile(one)}>{t('backToUser', { name: left.displayName })}</GoLink>
      }
      actions={
        alive ? (
          <CommandButton
            label={t('merge')}
            icon={GitMerge}
            refusal={whyNot('users.delete', { user: right })}
            onClick={() => goTo(places.merge(one, other))}
          />
        ) : null
      }
    />
  )
}

/** Duplicates mostly share their name, but never their user name. */
const titleBeside = (
  name: string,
  user: { readonly displayName: string; readonly userPrincipalName: string },
) => (user.displayName === name ? `${name} (${user.userPrincipalName})` : user.displayName)
