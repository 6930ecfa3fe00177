import { useCallback } from 'react'
import type { PropertyName } from '../../shared/fields/catalogue.ts'
import type { Raw } from '../properties/raw.ts'
import { useValueWords } from '../properties/use-value-words.ts'
import type { Side } from './sides.ts'

/** A value of one side in a line; empty when there is none. A manager is told by name. */
export function useSideWords(): (side: Side, name: PropertyName) => string {
  const { line } = useValueWords()
  return useCallback(
    ({ values, manager }, name) =>
      name === 'managerId' ? (manager ?? '') : line(name, (values[name] ?? null) as Raw),
    [line],
  )
}
