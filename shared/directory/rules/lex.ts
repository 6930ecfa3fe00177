import type { RuleFault, Span } from './rule.ts'

export type Token = Span &
  (
    | { readonly type: '(' | ')' | '[' | ']' | ',' }
    | { readonly type: 'text'; readonly text: string }
    /** A name, a number, a date or an operator; `dashed` when a hyphen stands before it. */
    | { readonly type: 'word'; readonly text: string; readonly dashed: boolean }
    | { readonly type: 'end' }
  )

// People paste rules from web pages and letters, where hyphens and quotes have become others.
const dash = /[-\u2010-\u2015\u2212]/
const curlyQuote = /[\u201c-\u201f]/
const word = /[\p{L}_$][\p{L}\p{N}_$.]*|\p{N}[\p{L}\p{N}_.:+-]*/uy

/** Takes the text of a rule apart. Answers the tokens, the last of which is its end, or what is wrong. */
export function lex(text: string): readonly Token[] | RuleFault {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const character = text.charAt(at)
    if (/\s/.test(character)) {
      at += 1
      continue
    }
    const token = tokenAt(text, at)
    if ('rule' in token) return token
    tokens.push(token)
    at = token.end
  }
  return [...tokens, { type: 'end', start: text.length, end: text.length }]
}

function tokenAt(text: string, start: number): Token | RuleFault {
  const character = text.charAt(start)
  if (isMark(character)) return { type: character, start, end: start + 1 }
  if (character === '"' || curlyQuote.test(character)) return quoted(text, start)
  if (character === "'") return singleQuoted(text, start)
  const dashed = dash.test(character)
  word.lastIndex = dashed ? start + 1 : start
  const found = word.exec(text)
  if (found) return { type: 'word', text: found[0], dashed, start, end: word.lastIndex }
  const whole = String.fromCodePoint(text.codePointAt(start) ?? 0)
  return {
    rule: 'ruleCharacter',
    values: { character: whole },
    start,
    end: start + whole.length,
  }
}

const isMark = (character: string): character is '(' | ')' | '[' | ']' | ',' =>
  '()[],'.includes(character)

/** In double quotes a backtick stands before a quote, or another backtick, that belongs to the text. */
function quoted(text: string, start: number): Token | RuleFault {
  const plain = text.charAt(start) === '"'
  const ends = (character: string) => (plain ? character === '"' : curlyQuote.test(character))
  let content = ''
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    const next = text.charAt(at + 1)
    if (character === '`' && (next === '`' || ends(next))) {
      content += next
      at += 1
    } else if (ends(character)) return { type: 'text', text: content, start, end: at + 1 }
    else content += character
  }
  return unclosed(text, start)
}

/** In single quotes two of them stand for one. */
function singleQuoted(text: string, start: number): Token | RuleFault {
  let content = ''
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) !== "'") content += text.charAt(at)
    else if (text.charAt(at + 1) === "'") {
      content += "'"
      at += 1
    } else return { type: 'text', text: content, start, end: at + 1 }
  }
  return unclosed(text, start)
}

const unclosed = (text: string, start: number): RuleFault => ({
  rule: 'ruleUnclosedText',
  start,
  end: text.length,
})
