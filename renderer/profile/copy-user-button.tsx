import { CopyPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../shared/contract/profile.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { CommandButton } from '../ui/command-button.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'

/** Begins a new user who has in common with this one what colleagues have. */
export function CopyUserButton({ user }: { readonly user: Profile }) {
  const { t } = useTranslation('profile')
  const refusal = useWhyNot()('users.create')
  const copy = () => goTo(places.copyUser(user.id))
  useShortcuts(refusal === undefined ? { 'mod+d': copy } : {})
  return <CommandButton label={t('copyUser')} icon={CopyPlus} refusal={refusal} onClick={copy} />
}
