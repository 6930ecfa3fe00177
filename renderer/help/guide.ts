import { lexer, type Token, type TokensList } from 'marked'
import { slugs } from './slugs.ts'

const texts = import.meta.glob<string>('../../docs/{*.md,guide/*.md}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const files = import.meta.glob<string>('../../docs/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
})

const folder = '../../docs/'

/** A page of the guide or of the further reading. */
export type GuidePage = {
  readonly title: string
  /** What stands below the title. */
  readonly tokens: readonly Token[]
  readonly headings: ReadonlyMap<Token, string>
}

/** The page that lists the others. */
export const contents = 'guide/README'

/** Every page, by its file under docs without the ending. */
export const pages: ReadonlyMap<string, GuidePage> = new Map(
  Object.entries(texts).map(([file, text]) => [
    file.slice(folder.length).replace(/\.md$/, ''),
    read(lexer(text)),
  ]),
)

/** The pages that a page links to, in its order. */
export function linkedFrom(page: string): readonly string[] {
  const found = new Set<string>()
  const look = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (token.type === 'link') {
        const target = pageBehind(page, token.href)
        if (target) found.add(target.page)
      }
      if (token.type === 'list') look(token.items)
      else if ('tokens' in token && token.tokens) look(token.tokens)
    }
  }
  look(pages.get(page)?.tokens ?? [])
  return [...found]
}

/** The page and the heading that a link leads to; null when it leads out of the guide. */
export function pageBehind(
  from: string,
  href: string,
): { readonly page: string; readonly heading: string } | null {
  const { origin, pathname, hash } = new URL(href, `roster-docs:///${from}.md`)
  const page = pathname.slice(1).replace(/\.md$/, '')
  return origin === 'null' && pages.has(page) ? { page, heading: hash.slice(1) } : null
}

/** The address of a picture of a page. */
export function pictureOf(from: string, href: string): string | undefined {
  return files[`${folder}${new URL(href, `roster-docs:///${from}.md`).pathname.slice(1)}`]
}

function read(tokens: TokensList): GuidePage {
  const [first, ...rest] = tokens
  if (first?.type !== 'heading') throw new Error('A page of the guide begins with its title.')
  return { title: first.text, tokens: rest, headings: slugs(rest) }
}
