import { type PolicyName, policyNames, policySettings } from '../../policy/policy.ts'

/** What each managed setting is called, as the templates for administrators call it. */
export const policyTitles = Object.fromEntries(
  policyNames.map((name) => [name, policySettings[name].title]),
) as { readonly [Name in PolicyName]: string }
