import type { User } from '../../shared/directory/user.ts'

/** Whoever has a password, as the sign-in page names them. */
export type AccountHolder = Pick<User, 'id' | 'displayName' | 'userPrincipalName'>

/** The passwords that administrators sign in with. Give one to whoever already holds a role. */
export interface AdministratorAccounts {
  hasPassword(userId: string): Promise<boolean>

  /**
   * On disk when it resolves. Whoever signs in with a password that they must change is refused everything
   * else until they have. The caller checks the password by the policy. Throws `storage`.
   */
  setPassword(
    holder: AccountHolder,
    password: string,
    options: { readonly mustChange: boolean },
  ): Promise<void>
}
