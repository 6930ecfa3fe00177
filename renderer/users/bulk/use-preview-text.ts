import { useCallback } from 'react'
import type { PreviewRow } from '../../../shared/contract/bulk-requests.ts'
import type { PropertyName } from '../../../shared/fields/catalogue.ts'
import { isRaw } from '../../properties/raw.ts'
import { useValueWords } from '../../properties/use-value-words.ts'

export type PreviewText = (
  property: PropertyName,
  value: unknown,
  people: PreviewRow['people'],
) => string

/** How a value of the preview reads; a manager by name. */
export function usePreviewText(): PreviewText {
  const { line } = useValueWords()
  return useCallback(
    (property, value, people) => {
      if (!isRaw(value)) return String(value ?? '')
      if (property === 'managerId' && typeof value === 'string') return people[value] ?? value
      return line(property, value)
    },
    [line],
  )
}
