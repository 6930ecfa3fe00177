/** The record whose history it is. */
export type About = { readonly userId: string } | { readonly groupId: string }
