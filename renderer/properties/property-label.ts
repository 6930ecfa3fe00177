import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Listed } from '../../shared/contract/query.ts'
import { properties, spelledOut } from '../../shared/text/en/properties.ts'

const isSpelledOut = (property: string): property is keyof typeof spelledOut =>
  Object.hasOwn(spelledOut, property)

const labelled = (property: string): property is keyof typeof properties =>
  Object.hasOwn(properties, property)

/** The label of a property; a name that Roster does not know stands for itself. */
export function usePropertyLabel(): (property: Listed | (string & {})) => string {
  const { t } = useTranslation(['spelledOut', 'properties'])
  return useCallback(
    (property) => {
      if (isSpelledOut(property)) return t(`spelledOut:${property}`)
      return labelled(property) ? t(`properties:${property}`) : property
    },
    [t],
  )
}
