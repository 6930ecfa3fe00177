import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import { propertyNames } from '../../../shared/fields/catalogue.ts'
import type { LockedFields } from './use-locked-fields.ts'

/** Tells at the top of the form what of it is locked, by whichever list is shorter, and why. */
export function LockedNotice({ locked }: { readonly locked: LockedFields }) {
  const { t } = useTranslation(['profile', 'properties'])
  // One's own account is never to be blocked: that one field says so by itself.
  const names = propertyNames.filter((name) => locked.has(name))
  const [first] = names
  if (first === undefined || (names.length === 1 && first === 'accountEnabled')) return null
  const open = propertyNames.filter((name) => !locked.has(name))
  const few = open.length < names.length ? open : names
  const labels = few.map((name) => t(`properties:${name}`)).join(', ')
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {t(few === open ? 'onlyTheseOpen' : 'theseLocked', { labels })} {locked.get(first)}
    </Alert>
  )
}
