import { Block, encodeBlock } from '../../electron/store/format/block.ts'
import type { UnreadUser } from '../../shared/directory/listed-user.ts'
import type { User } from '../../shared/directory/user.ts'

/** The users as a checkpoint brings them. */
export const unreadUsers = (users: readonly User[]): UnreadUser[] =>
  users.length === 0 ? [] : [...new Block(encodeBlock('user', users)).users()]
