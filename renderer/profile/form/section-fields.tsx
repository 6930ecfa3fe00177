import Box from '@mui/material/Box'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { propertiesOf } from '../../../shared/fields/catalogue.ts'
import { legalAgeGroupOf } from '../../../shared/fields/legal-age-group.ts'
import type { Section } from '../../../shared/fields/property.ts'
import { sameValue } from '../../../shared/fields/values.ts'
import { asText } from '../../properties/raw.ts'
import { Fact } from '../../ui/fact.tsx'
import { cardGrid } from '../section-cards.ts'
import { ComputedFacts } from '../view/computed-facts.tsx'
import { LegalAgeGroup } from '../view/legal-age-group.tsx'
import type { Values } from './edits.ts'
import type { Form } from './form.ts'
import { FormField } from './form-field.tsx'
import { wantedUserName } from './proposed-names.ts'
import { RenamePanel } from './rename-panel.tsx'
import { renamingsOf } from './renaming.ts'
import type { LockedFields } from './use-locked-fields.ts'
import type { FormActions, ProfileForm } from './use-profile-form.ts'

/** The fields of one section, in the places their values have on the page. */
export function SectionFields({
  section,
  profileForm: { form, values, changes, actions },
  locked,
  user,
}: {
  readonly section: Section
  readonly profileForm: ProfileForm
  readonly locked: LockedFields
  readonly user: Profile | null
}) {
  const numbered = useNumberedName(form)
  return (
    <Box sx={cardGrid}>
      {propertiesOf(section).map((name) => {
        const changed = name in changes
        return [
          <FormField
            key={name}
            name={name}
            value={values[name]}
            user={user}
            changed={changed}
            follows={user !== null && !changed && !sameValue(values[name], form.stored[name])}
            fault={form.faults[name]}
            refusal={locked.get(name)}
            usageLocation={asText(values.usageLocation)}
            note={name === 'userPrincipalName' ? numbered : undefined}
            actions={actions}
          />,
          name === 'surname' && user !== null ? (
            <NameOffer
              key="offer"
              stored={form.stored}
              values={values}
              locked={locked}
              onApply={actions.rename}
            />
          ) : null,
        ]
      })}
      {section === 'settings' ? <ComputedAgeGroup values={values} /> : null}
      {section !== 'settings' && user !== null ? (
        <Box component="dl" sx={{ display: 'contents' }}>
          <ComputedFacts user={user} section={section} />
        </Box>
      ) : null}
    </Box>
  )
}

/** Why a proposed user name has a number. */
function useNumberedName({ userId, edits, naming }: Form): string | undefined {
  const { t } = useTranslation('profile')
  if (userId !== null || 'userPrincipalName' in edits) return undefined
  const { free } = naming
  const wanted = wantedUserName(edits, naming)
  return free?.wanted === wanted && free.userName !== wanted
    ? t('userNameNumbered', { name: wanted })
    : undefined
}

function NameOffer({
  stored,
  values,
  locked,
  onApply,
}: {
  readonly stored: Values
  readonly values: Values
  readonly locked: LockedFields
  readonly onApply: FormActions['rename']
}) {
  const [dismissed, setDismissed] = useState('')
  const resting = useDeferredValue(values)
  const renamings = renamingsOf(stored, resting).filter(({ name }) => !locked.has(name))
  const surname = asText(values.surname)
  if (renamings.length === 0 || surname === dismissed) return null
  return (
    <RenamePanel renamings={renamings} onApply={onApply} onDismiss={() => setDismissed(surname)} />
  )
}

function ComputedAgeGroup({ values }: { readonly values: Values }) {
  const { t } = useTranslation('properties')
  const { ageGroup, consentProvidedForMinor } = values
  const value = legalAgeGroupOf({
    ageGroup: oneOf(['Minor', 'NotAdult', 'Adult'] as const, ageGroup),
    consentProvidedForMinor: oneOf(
      ['Granted', 'Denied', 'NotRequired'] as const,
      consentProvidedForMinor,
    ),
  })
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <Fact label={t('legalAgeGroupClassification')}>
        <LegalAgeGroup value={value} />
      </Fact>
    </Box>
  )
}

const oneOf = <T extends string>(choices: readonly T[], value: unknown): T | null =>
  choices.find((choice) => choice === value) ?? null
