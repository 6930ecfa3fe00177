import type { Profile } from '../../../shared/contract/profile.ts'
import type { PropertyName } from '../../../shared/fields/catalogue.ts'
import type { Raw } from '../raw.ts'

/** What every editor of a property is given. */
export type EditorProps = {
  /** The id of its input, which the label names. */
  readonly id: string
  readonly name: PropertyName
  readonly value: Raw
  /** The stored user; null for a new one. */
  readonly user: Profile | null
  readonly invalid: boolean
  /** The id of what is said below the field. */
  readonly describedBy: string | undefined
  readonly onChange: (raw: Raw) => void
  readonly onLeave: () => void
}

/** What an input without a richer editor takes over from the props. */
export const inputProps = ({ id, invalid, describedBy, onLeave }: EditorProps) => ({
  id,
  error: invalid,
  onBlur: onLeave,
  fullWidth: true,
  size: 'small' as const,
  autoComplete: 'off',
  'aria-describedby': describedBy,
})
