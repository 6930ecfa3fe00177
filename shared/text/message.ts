import type { failures } from './en/failures.ts'
import type { problems } from './en/problems.ts'

/** What a sentence of the text catalogue is filled in with. */
export type Values = Readonly<Record<string, string | number>>

type WithoutPlural<Key> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key

export type FailureKey = WithoutPlural<keyof typeof failures>
export type Rule = keyof typeof problems

/** What is wrong with one value: the rule it breaks, and the figures its sentence names. */
export type Problem = { readonly rule: Rule; readonly values?: Values }
