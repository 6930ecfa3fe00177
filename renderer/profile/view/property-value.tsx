import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Profile } from '../../../shared/contract/profile.ts'
import { type PropertyName, propertyOf } from '../../../shared/fields/catalogue.ts'
import { isPrimary } from '../../../shared/fields/rules/proxy-addresses.ts'
import { isEmpty } from '../../../shared/fields/values.ts'
import { asList, asText } from '../../properties/raw.ts'
import { shownAddress } from '../../properties/shown-address.ts'
import { useValueWords } from '../../properties/use-value-words.ts'
import { PersonLink } from './person-link.tsx'

/** A value as it reads on the page, in the direction of writing that fits its kind. */
export function PropertyValue({
  user,
  name,
}: {
  readonly user: Profile
  readonly name: PropertyName
}) {
  const words = useValueWords()
  const value = user[name]
  const { editor } = propertyOf(name)
  if (isEmpty(value)) return <NoValue />
  switch (editor) {
    case 'text':
      return <bdi dir="auto">{asText(value)}</bdi>
    case 'multiline':
      return (
        <Box component="bdi" dir="auto" sx={{ whiteSpace: 'pre-line' }}>
          {asText(value)}
        </Box>
      )
    case 'user-name':
    case 'phone':
    case 'email':
    case 'authentication-phone':
    case 'authentication-email':
      return <bdi dir="ltr">{asText(value)}</bdi>
    case 'phones':
    case 'emails':
      return <Lines values={asList(value)} />
    case 'proxy-addresses':
      return <Addresses addresses={asList(value)} />
    case 'user':
      return user.manager ? <PersonLink person={user.manager} /> : <NoValue />
    case 'choice':
    case 'language':
    case 'country':
    case 'date':
    case 'switch':
      return <>{words.line(name, value)}</>
    default:
      return assertNever(editor)
  }
}

export function NoValue() {
  const { t } = useTranslation('profile')
  return (
    <Typography component="span" color="textSecondary">
      {t('none')}
    </Typography>
  )
}

const Lines = ({ values }: { readonly values: readonly string[] }) =>
  values.map((value) => (
    <Box key={value}>
      <bdi dir="ltr">{value}</bdi>
    </Box>
  ))

/** The primary address comes first. Only other kinds than mail are shown with their prefix. */
function Addresses({ addresses }: { readonly addresses: readonly string[] }) {
  const { t } = useTranslation('profile')
  const ordered = [...addresses].sort(
    (one, other) => Number(isPrimary(other)) - Number(isPrimary(one)),
  )
  return ordered.map((address) => (
    <Box key={address} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <bdi dir="ltr">{shownAddress(address)}</bdi>
      {isPrimary(address) ? (
        <Chip label={t('primary')} variant="outlined" sx={{ height: 20 }} />
      ) : null}
    </Box>
  ))
}
