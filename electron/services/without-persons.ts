import { homedir, hostname, tmpdir, userInfo } from 'node:os'
import { pathToFileURL } from 'node:url'

/** What tells on this computer whose it is. */
export type Surroundings = {
  /** Folders, and what is written instead of each. */
  readonly folders: Readonly<Record<string, string>>
  /** Of the account that Roster runs under; empty when the system does not say. */
  readonly account: string
  readonly computer: string
}

/** This computer, with folders of Roster's own besides. */
export const surroundingsWith = (folders: Readonly<Record<string, string>>): Surroundings => ({
  folders: { [homedir()]: '<home>', [tmpdir()]: '<temporary>', ...folders },
  account: accountName(),
  computer: hostname(),
})

function accountName(): string {
  try {
    return userInfo().username
  } catch {
    // Of an account that is in no list, as in a container.
    return ''
  }
}

/**
 * Text of the log without what could tell of a person. The log holds no values of the directory; what a system or a
 * library says in it may hold paths, and pieces of what it could not read.
 */
export function withoutPersons(text: string, surroundings: Surroundings): string {
  const { folders, account, computer } = surroundings
  const longestFirst = Object.entries(folders)
    .filter(([folder]) => folder.length > 1)
    .sort(([one], [other]) => other.length - one.length)
  const inFolders = longestFirst.reduce(
    (before, [folder, instead]) =>
      formsOf(folder).reduce((written, form) => withoutWhole(written, form, instead), before),
    text,
  )
  // As a part of a path only, for somebody may be called “a”.
  const withoutAccount = inFolders
    .replace(/(?<=[\\/](?:home|Users)[\\/]{1,2})[^\\/\n'":]+/gi, () => '<account>')
    .replace(part(account), () => '<account>')
  return withoutWhole(withoutAccount, computer, '<computer>')
    .replace(/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, () => '<address>')
    .replace(/\+\d[\d ()./-]{5,}\d/g, () => '<number>')
    .replace(/"[^\n]*" is not valid JSON/g, () => '"<text>" is not valid JSON')
}

/** A name that is a whole part of a path. */
const part = (name: string) =>
  name === '' ? /$^/ : new RegExp(`(?<=[\\\\/])${literally(name)}(?=[\\\\/\\s'":,)]|$)`, 'giu')

/** The text with `instead` wherever `sought` stands, and not as a piece of a longer name. */
function withoutWhole(text: string, sought: string, instead: string): string {
  if (sought === '') return text
  const alone = `(?<![\\p{L}\\p{N}_-])${literally(sought)}(?![\\p{L}\\p{N}_-])`
  return text.replace(new RegExp(alone, 'giu'), () => instead)
}

/** How a program may write a path: as it is, with its backslashes doubled, and as an address. */
function formsOf(folder: string): readonly string[] {
  const address = pathToFileURL(folder).pathname
  return [
    ...new Set([
      folder,
      folder.replaceAll('\\', '\\\\'),
      folder.replaceAll('\\', '/'),
      address,
      address.replace(/^\/(?=[A-Z]:)/i, ''),
    ]),
  ]
}

/** As a pattern that matches nothing else. */
const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
