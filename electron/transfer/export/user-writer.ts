import type { User } from '../../../shared/directory/user.ts'

/** Writes users one after another into a file of some format. */
export type UserWriter = {
  readonly extension: string
  /** The media type. */
  readonly type: string
  readonly head: string
  readonly user: (user: User, place: number) => string
  readonly tail: string
}

/** Gives the user with this id, whom another one's manager is. */
export type UserOfId = (id: string) => User | undefined
