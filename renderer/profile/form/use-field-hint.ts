import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { isVerifiable } from '../../../shared/directory/user.ts'
import { type PropertyName, propertyOf } from '../../../shared/fields/catalogue.ts'
import { asList, asText, type Raw } from '../../properties/raw.ts'
import { useValueWords } from '../../properties/use-value-words.ts'
import { profile } from '../../text/en/profile.ts'
import { type PhoneHint, phoneHintOf } from './phone-hint.ts'

const isHinted = (name: string): name is keyof typeof profile.hints =>
  Object.hasOwn(profile.hints, name)

/** What may help with a field that is not at fault; undefined when there is nothing to say. */
export function useFieldHint(
  name: PropertyName,
  value: Raw,
  user: Profile | null,
  usageLocation: string,
  follows: boolean,
): string | undefined {
  const { t } = useTranslation('profile')
  const { country: countryName } = useValueWords()
  if (follows) return t(name === 'mail' ? 'followsPrimary' : 'followsEmail')
  const suspect = phoneHint(name, value, usageLocation)
  if (suspect)
    return suspect.country
      ? t('phoneHintIn', { country: countryName(suspect.country) })
      : t('phoneHint')
  const verification = isVerifiable(name) ? user?.verifications[name] : undefined
  if (verification) return t('editWithdraws', { name: verification.verifiedBy.displayName })
  return isHinted(name) ? t(`hints.${name}`) : undefined
}

function phoneHint(name: PropertyName, value: Raw, usageLocation: string): PhoneHint | null {
  const { editor } = propertyOf(name)
  if (editor === 'phone' || editor === 'authentication-phone')
    return phoneHintOf(asText(value), usageLocation)
  if (editor === 'phones') return phoneHintOf(asList(value)[0] ?? '', usageLocation)
  return null
}

/** Used and allowed characters, once there is little room left. */
export function useCount(name: PropertyName, value: Raw): string | undefined {
  const { t } = useTranslation('profile')
  const { limit } = propertyOf(name)
  const { length } = asText(value)
  return limit !== undefined && length > limit * 0.8 ? t('count', { length, limit }) : undefined
}
