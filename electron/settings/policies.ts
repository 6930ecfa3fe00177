import type { PictureLimits } from '../../shared/directory/picture.ts'
import {
  type PolicyName,
  type PolicyValues,
  policyNames,
  policySettings,
  policyValueSchemas,
} from '../../shared/policy/policy.ts'

/** Where a managed setting comes from, the strongest first. */
export const policyOrigins = ['machine', 'user'] as const

export type PolicyOrigin = (typeof policyOrigins)[number]

/** What one place of the system holds, as it holds it: names and values, and those under `Defaults`. */
export type PolicySource = {
  readonly origin: PolicyOrigin
  /** For the person to read: the key, the file. */
  readonly place: string
  readonly enforced: Readonly<Record<string, unknown>>
  readonly defaults: Readonly<Record<string, unknown>>
}

/** A value that was found and is not used, and where. */
export type IgnoredPolicy = { readonly name: string; readonly place: string }

export type Policies = {
  /** Nobody can change these. */
  readonly enforced: PolicyValues
  /** These hold until the person chooses otherwise. */
  readonly defaults: PolicyValues
  /** From where each enforced setting comes. */
  readonly places: Readonly<Partial<Record<PolicyName, string>>>
  readonly ignored: readonly IgnoredPolicy[]
}

export const noPolicies: Policies = { enforced: {}, defaults: {}, places: {}, ignored: [] }

/** How large a picture may be, as far as the organisation says. */
export const pictureLimitsUnder = ({
  PhotoMaxBytes: bytes,
  PhotoMaxPixels: pixels,
}: PolicyValues): Partial<PictureLimits> => ({
  ...(bytes && { bytes }),
  ...(pixels && { pixels }),
})

/** The same as the page is told. */
export const describePolicies = ({ enforced, places, ignored }: Policies) => ({
  enforced: policyNames.flatMap((name) => {
    const value = enforced[name]
    return value === undefined ? [] : [{ name, value, place: places[name] ?? '' }]
  }),
  ignored: [...ignored],
})

/** The values that hold where the person has no say. */
export const inForce = ({ enforced, defaults }: Policies): PolicyValues => ({
  ...defaults,
  ...enforced,
})

/**
 * Puts the sources together: what holds for the machine goes before what holds for the user. A name that is not a
 * setting, or a value that the setting does not take, is left out and told of: it must not keep Roster from starting.
 */
export function resolvePolicies(sources: readonly PolicySource[]): Policies {
  const inOrder = policyOrigins.flatMap((origin) =>
    sources.filter((source) => source.origin === origin),
  )
  const enforced: Record<string, unknown> = {}
  const defaults: Record<string, unknown> = {}
  const places: Partial<Record<PolicyName, string>> = {}
  const ignored: IgnoredPolicy[] = []
  const take = (
    into: Record<string, unknown>,
    given: Readonly<Record<string, unknown>>,
    place: string,
    onTaken: (name: PolicyName) => void = () => {},
  ) => {
    for (const [name, value] of Object.entries(given)) {
      const known = isPolicyName(name) ? knownValue(name, value) : undefined
      if (known === undefined) ignored.push({ name, place })
      else if (!(name in into)) {
        into[name] = known
        onTaken(name as PolicyName)
      }
    }
  }
  for (const { place, enforced: given, defaults: suggested } of inOrder) {
    take(enforced, given, place, (name) => {
      places[name] = place
    })
    take(defaults, suggested, place)
  }
  return { enforced, defaults, places, ignored }
}

const isPolicyName = (name: string): name is PolicyName => Object.hasOwn(policySettings, name)

/** The registry has no booleans, and an administrator may well write a number as text. */
function knownValue(name: PolicyName, value: unknown): unknown {
  const { kind } = policySettings[name]
  const meant =
    kind === 'boolean' && (value === 0 || value === 1)
      ? value === 1
      : kind === 'number' && typeof value === 'string' && /^\d+$/.test(value)
        ? Number(value)
        : value
  const read = policyValueSchemas[name].safeParse(meant)
  return read.success ? read.data : undefined
}
