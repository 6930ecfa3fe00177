import { useValueWords } from '../../properties/use-value-words.ts'
import { NoValue } from './property-value.tsx'

export function LegalAgeGroup({ value }: { readonly value: string | null }) {
  const words = useValueWords()
  return value === null ? <NoValue /> : words.choice(value)
}
