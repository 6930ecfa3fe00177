import type { Token } from 'marked'
import { describe, expect, it } from 'vitest'
import {
  contents,
  linkedFrom,
  pageBehind,
  pages,
  pictureOf,
} from '../../../../renderer/help/guide.ts'

type Found = { readonly page: string; readonly token: Token }

/** Every token of every page, those inside others included. */
function everyToken(): Found[] {
  const found: Found[] = []
  const look = (page: string, tokens: readonly Token[]) => {
    for (const token of tokens) {
      found.push({ page, token })
      if (token.type === 'list') look(page, token.items)
      else if (token.type === 'table')
        for (const row of [token.header, ...token.rows])
          for (const cell of row) look(page, cell.tokens)
      else if ('tokens' in token && token.tokens) look(page, token.tokens)
    }
  }
  for (const [page, { tokens }] of pages) look(page, tokens)
  return found
}

const tokens = everyToken()

/** Sources that a document names; the guide shows them as plain text. */
const isSource = (href: string) => href.startsWith('../') && !/\.md(#|$)/.test(href)

describe('the guide', () => {
  it('has links that lead to a page and a heading that are there', () => {
    const broken = tokens.filter(({ page, token }) => {
      if (token.type !== 'link' || isSource(token.href)) return false
      const target = pageBehind(page, token.href)
      if (!target) return true
      const headings = new Set(pages.get(target.page)?.headings.values())
      return target.heading !== '' && !headings.has(target.heading)
    })
    expect(broken.map(({ page, token }) => `${page}: ${token.raw}`)).toEqual([])
  })

  it('has pictures that are there, each with a text for who cannot see it', () => {
    const pictures = tokens.filter(({ token }) => token.type === 'image')
    expect(pictures.length).toBeGreaterThan(40)
    const faulty = pictures.filter(
      ({ page, token }) => token.type === 'image' && !(pictureOf(page, token.href) && token.text),
    )
    expect(faulty.map(({ token }) => token.raw)).toEqual([])
  })

  it('shows every page of it in its contents', () => {
    const listed = new Set([contents, ...linkedFrom(contents)])
    expect([...pages.keys()].filter((page) => !listed.has(page) && page !== 'performance')).toEqual(
      [],
    )
  })

  it('is written in what the page can show', () => {
    const known = new Set([
      ...['space', 'heading', 'paragraph', 'list', 'list_item', 'table', 'code', 'text'],
      ...['escape', 'strong', 'em', 'codespan', 'br', 'link', 'image'],
    ])
    const strange = tokens.filter(({ token }) => !known.has(token.type))
    expect(strange.map(({ page, token }) => `${page}: ${token.type} ${token.raw}`)).toEqual([])
  })
})

describe('pageBehind', () => {
  it('leads nowhere outside the guide', () => {
    for (const href of [
      'https://example.com/guide/users.md',
      '//example.com/users.md',
      'javascript:alert(1)',
      'file:///etc/passwd',
      '../../package.json',
      'no-such-page.md',
    ])
      expect([href, pageBehind('guide/users', href)]).toEqual([href, null])
  })
})
