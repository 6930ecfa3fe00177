import type { PolicyName } from '../../shared/policy/policy.ts'
import { usePolicies } from '../api/queries.ts'

/** Whether the organisation decided a setting, so that nobody here can change it. */
export function useManaged(name: PolicyName): boolean {
  const { data: policies } = usePolicies()
  return policies?.enforced.some((each) => each.name === name) ?? false
}
