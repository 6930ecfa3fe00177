/** The clipboard's text, as the page's own `navigator.clipboard` and Electron's give it. */
export type TextClipboard = {
  readText(): Promise<string>
  writeText(text: string): Promise<void>
}

export const clearings = ['cleared', 'changed', 'unreadable'] as const

/** What became of a text on the clipboard: it may have made way for another, or nobody may look. */
export type Clearing = (typeof clearings)[number]

/** Takes a text off the clipboard. What was copied since stays, and so does what cannot be looked at. */
export async function clearIfHeld(clipboard: TextClipboard, text: string): Promise<Clearing> {
  try {
    if ((await clipboard.readText()) !== text) return 'changed'
    await clipboard.writeText('')
    return 'cleared'
  } catch {
    return 'unreadable'
  }
}
