import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'

/** Who could open the directory and no longer can, as a sentence; null when it is nobody. */
export function useShutOut(status: Output<'keyStatus'> | undefined): string | null {
  const { t } = useTranslation('keys')
  const people = status?.shutOut ?? []
  if (people.length === 0) return null
  const names = people.map(({ displayName }) => displayName || t('somebody'))
  return t('shutOut', { count: people.length, names })
}
