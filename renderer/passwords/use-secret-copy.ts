import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { useToast } from '../ui/toast.tsx'
import { clearedAfter, copySecret } from './secret-clipboard.ts'

/** Copies a secret that leaves the clipboard by itself, and says how that went. */
export function useSecretCopy(text: string, onCopied: () => void) {
  const { t } = useTranslation('passwords')
  const api = useApi()
  const toast = useToast()
  const [state, setState] = useState<'not copied' | 'copied' | 'failed'>('not copied')
  const copy = () =>
    void copySecret(api, text, (clearing) => {
      setState('not copied')
      if (clearing !== 'changed') toast({ message: t(clearing) })
    }).then(
      () => {
        setState('copied')
        onCopied()
      },
      () => setState('failed'),
    )
  const hints = {
    'not copied': '',
    copied: t('copiedHint', { seconds: clearedAfter / 1000 }),
    failed: t('copyFailed'),
  }
  return { copy, copied: state === 'copied', hint: hints[state] }
}
