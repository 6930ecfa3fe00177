import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from './form.ts'

/** A fault as a sentence, whoever found it. */
export function useFaultSentence(): (fault: Fault) => string {
  const { i18n } = useTranslation()
  return useCallback(
    (fault) =>
      typeof fault === 'string'
        ? fault
        : // With a default the figures need not be known to the compiler.
          i18n.t(`problems:${fault.rule}`, { ...fault.values, defaultValue: fault.rule }),
    [i18n],
  )
}
