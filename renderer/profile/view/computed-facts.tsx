import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Profile } from '../../../shared/contract/profile.ts'
import type { Section } from '../../../shared/fields/property.ts'
import { useValueWords } from '../../properties/use-value-words.ts'
import { Fact } from '../../ui/fact.tsx'
import { DirectReports } from './direct-reports.tsx'
import { LastPasswordChange } from './last-password-change.tsx'
import { LegalAgeGroup } from './legal-age-group.tsx'

/** What a section tells that nobody can type: it follows from other records or is set by Roster. */
export function ComputedFacts({
  user,
  section,
}: {
  readonly user: Profile
  readonly section: Section
}) {
  const { t } = useTranslation('properties')
  const words = useValueWords()
  switch (section) {
    case 'identity':
      return (
        <>
          <Fact label={t('createdDateTime')}>{words.moment(user.createdDateTime)}</Fact>
          <Fact label={t('lastModifiedDateTime')}>{words.moment(user.lastModifiedDateTime)}</Fact>
          <Fact label={t('lastPasswordChangeDateTime')} wide>
            <LastPasswordChange user={user} />
          </Fact>
          <Fact label={t('id')} copy={user.id} wide>
            <bdi dir="ltr">{user.id}</bdi>
          </Fact>
        </>
      )
    case 'jobInformation':
      return (
        <Fact label={reportsLabel(t('directReports'), user.directReportCount)} wide>
          <DirectReports user={user} />
        </Fact>
      )
    case 'settings':
      return (
        <Fact label={t('legalAgeGroupClassification')}>
          <LegalAgeGroup value={user.legalAgeGroupClassification} />
        </Fact>
      )
    case 'contactInformation':
    case 'authenticationContactInfo':
      return null
    default:
      return assertNever(section)
  }
}

const reportsLabel = (label: string, count: number) => (count > 0 ? `${label} (${count})` : label)
