import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { isVerifiable } from '../../../shared/directory/user.ts'
import { type PropertyName, propertiesOf } from '../../../shared/fields/catalogue.ts'
import type { Section } from '../../../shared/fields/property.ts'
import { isEmpty } from '../../../shared/fields/values.ts'
import { shownAddress } from '../../properties/shown-address.ts'
import { Fact } from '../../ui/fact.tsx'
import { cardGrid, isWide } from '../section-cards.ts'
import { ComputedFacts } from './computed-facts.tsx'
import { ContactVerification } from './contact-verification.tsx'
import { PropertyValue } from './property-value.tsx'

/** The values of one section, each under its label. */
export function SectionFacts({
  user,
  section,
}: {
  readonly user: Profile
  readonly section: Section
}) {
  const { t } = useTranslation('properties')
  return (
    <Box component="dl" sx={cardGrid}>
      {propertiesOf(section).map((name) => (
        <Fact key={name} label={t(name)} wide={isWide(name)} copy={copiedText(user, name)}>
          <PropertyValue user={user} name={name} />
          {isVerifiable(name) ? <ContactVerification user={user} property={name} /> : null}
        </Fact>
      ))}
      <ComputedFacts user={user} section={section} />
    </Box>
  )
}

/** What a person pastes elsewhere: the value itself, lists line by line, a manager by name. */
function copiedText(user: Profile, name: PropertyName): string | undefined {
  if (name === 'managerId') return user.manager?.displayName
  const value = user[name]
  if (isEmpty(value) || typeof value === 'boolean') return undefined
  return Array.isArray(value) ? value.map(shownAddress).join('\n') : String(value)
}
