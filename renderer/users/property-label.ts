import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Listed } from '../../shared/contract/query.ts'
import { properties } from '../../shared/text/en/properties.ts'
import { users } from '../text/en/users.ts'

/** Labels that a profile's section makes clear and a list has to spell out. */
const spelledOut = (property: string): property is keyof typeof users.labels =>
  Object.hasOwn(users.labels, property)

const labelled = (property: string): property is keyof typeof properties =>
  Object.hasOwn(properties, property)

/** The label of a property; a name that Roster does not know stands for itself. */
export function usePropertyLabel(): (property: Listed | (string & {})) => string {
  const { t } = useTranslation(['users', 'properties'])
  return useCallback(
    (property) => {
      if (spelledOut(property)) return t(`users:labels.${property}`)
      return labelled(property) ? t(`properties:${property}`) : property
    },
    [t],
  )
}
