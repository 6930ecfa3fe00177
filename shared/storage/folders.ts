/** The folders that a person may want to look into, by what is in them. */
export const folderNames = ['data', 'backups', 'second-backups', 'reports'] as const

export type FolderName = (typeof folderNames)[number]
