import { lexer } from 'marked'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from '../../../../renderer/help/markdown.tsx'

const shown = {
  headingId: () => undefined,
  link: () => null,
  picture: () => null,
}

const html = (text: string) =>
  renderToStaticMarkup(createElement(Markdown, { tokens: lexer(text), shown }))

describe('Markdown', () => {
  it('shows HTML as the text that it is', () => {
    expect(html('<script>alert(1)</script>')).not.toContain('<script')
    expect(html('Some <b onclick="alert(1)">bold</b> words')).toContain('&lt;b onclick=')
  })

  it('shows lists, tables and code', () => {
    expect(html('1. one\n2. two')).toMatch(/<ol.*<li>one<\/li><li>two<\/li>/s)
    expect(html('| a | b |\n|---|---|\n| `1` | **2** |')).toMatch(
      /<th scope="col">a<\/th>.*<strong>2<\/strong>/s,
    )
    expect(html('```\nroster --check\n```')).toContain('roster --check')
  })
})
