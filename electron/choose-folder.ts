/** Asks the person for a folder, in the system's own dialog; null when they choose none. */
export type ChooseFolder = () => Promise<string | null>
