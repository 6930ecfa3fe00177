import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Token, Tokens } from 'marked'
import type { ReactNode } from 'react'
import { monospace } from '../ui/monospace.ts'

/** What a page of the guide leaves to whoever shows it. */
export type Shown = {
  readonly headingId: (token: Token) => string | undefined
  readonly link: (href: string, text: ReactNode) => ReactNode
  readonly picture: (href: string, alt: string) => ReactNode
}

/**
 * Markdown as React elements. HTML in it is shown as text: nothing that stands in a document is ever
 * taken for markup of the page.
 */
export function Markdown({
  tokens,
  shown,
}: {
  readonly tokens: readonly Token[]
  readonly shown: Shown
}) {
  return tokens.map((token, at) => (
    // Documents never change while they are shown.
    <OneToken key={at} token={token} shown={shown} />
  ))
}

function OneToken({ token: some, shown }: { readonly token: Token; readonly shown: Shown }) {
  const token = some as MarkedToken
  const inside = (tokens: readonly Token[] | undefined) => (
    <Markdown tokens={tokens ?? []} shown={shown} />
  )
  switch (token.type) {
    case 'space':
      return null
    case 'heading':
      return (
        <Typography
          variant={token.depth <= 2 ? 'h2' : 'h3'}
          component={token.depth <= 2 ? 'h2' : 'h3'}
          id={shown.headingId(token)}
          tabIndex={-1}
          sx={{ mt: token.depth <= 2 ? 4 : 3, mb: 1, scrollMarginTop: 16 }}
        >
          {inside(token.tokens)}
        </Typography>
      )
    case 'paragraph':
      return (
        <Typography component={holdsPicture(token) ? 'div' : 'p'} sx={{ my: 1.5, lineHeight: 1.6 }}>
          {inside(token.tokens)}
        </Typography>
      )
    case 'list': {
      return (
        <Box
          component={token.ordered ? 'ol' : 'ul'}
          sx={{ my: 1, pl: 3, '& li': { my: 0.5, lineHeight: 1.6 } }}
        >
          {inside(token.items)}
        </Box>
      )
    }
    case 'list_item':
      return <li>{inside(token.tokens)}</li>
    case 'table':
      return <Table token={token} shown={shown} />
    case 'code':
      return (
        <Box
          component="pre"
          sx={{
            fontFamily: monospace,
            my: 1.5,
            p: 1.5,
            borderRadius: 1,
            bgcolor: 'action.hover',
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
          }}
        >
          {token.text}
        </Box>
      )
    case 'text':
      return token.tokens ? inside(token.tokens) : token.text
    case 'escape':
      return token.text
    case 'strong':
      return <strong>{inside(token.tokens)}</strong>
    case 'em':
      return <em>{inside(token.tokens)}</em>
    case 'codespan':
      return (
        <Box component="code" sx={{ fontFamily: monospace, overflowWrap: 'anywhere' }}>
          {token.text}
        </Box>
      )
    case 'br':
      return <br />
    case 'link':
      return shown.link(token.href, inside(token.tokens))
    case 'image':
      return shown.picture(token.href, token.text)
    default:
      return some.raw
  }
}

type MarkedToken =
  | Tokens.Space
  | Tokens.Heading
  | Tokens.Paragraph
  | Tokens.List
  | Tokens.ListItem
  | Tokens.Table
  | Tokens.Code
  | Tokens.Text
  | Tokens.Escape
  | Tokens.Strong
  | Tokens.Em
  | Tokens.Codespan
  | Tokens.Br
  | Tokens.Link
  | Tokens.Image

const holdsPicture = ({ tokens }: Tokens.Paragraph) => tokens.some(({ type }) => type === 'image')

function Table({ token, shown }: { readonly token: Tokens.Table; readonly shown: Shown }) {
  const cells = (row: readonly Tokens.TableCell[]) =>
    row.map((cell, at) => {
      const Cell = cell.header ? 'th' : 'td'
      return (
        <Cell key={at} {...(cell.header ? { scope: 'col' } : {})}>
          <Markdown tokens={cell.tokens} shown={shown} />
        </Cell>
      )
    })
  const bare = token.header.every(({ text }) => text === '')
  return (
    <Box
      component="table"
      sx={{
        my: 1.5,
        width: '100%',
        borderCollapse: 'collapse',
        typography: 'body2',
        '& th, & td': {
          p: 1,
          borderBottom: 1,
          borderColor: 'divider',
          textAlign: 'start',
          verticalAlign: 'top',
          overflowWrap: 'anywhere',
          minWidth: '6em',
        },
        '& th': { color: 'text.secondary', fontWeight: 600 },
      }}
    >
      {bare ? null : (
        <thead>
          <tr>{cells(token.header)}</tr>
        </thead>
      )}
      <tbody>
        {token.rows.map((row, at) => (
          <tr key={at}>{cells(row)}</tr>
        ))}
      </tbody>
    </Box>
  )
}
