/** Opens a folder in the system's file manager. Throws `storage` when that fails. */
export type ShowFolder = (path: string) => Promise<void>
