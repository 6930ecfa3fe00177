import { run, serve } from '../../electron/serve.ts'
import { resolvePolicies } from '../../electron/settings/policies.ts'

// The browser host on a computer whose organisation decided what the variable says, without a file in /etc.
const enforced = JSON.parse(process.env.ROSTER_E2E_POLICIES ?? '{}')
const source = {
  origin: 'machine',
  place: '/etc/roster/policy.json',
  enforced,
  defaults: {},
} as const
await run((switches) => serve(switches, resolvePolicies([source])))
