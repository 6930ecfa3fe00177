/** Puts the focus where the next step is, when what held it has gone. */
export const focusOn = (id: string) => document.getElementById(id)?.focus()
