// Most text is plain: only the runs that are not are taken apart.
const notPlain = /[^ -\x7f]+/g
const invisible = /\p{Cf}/gu
/** Accents, not the vowel signs of Indic and South-East Asian scripts, which are letters there. */
const accents = /[\p{M}&&[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}]]/gv

/** What Unicode does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ɗ: 'd',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ɓ: 'b',
  ƙ: 'k',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  ʻ: "'",
  ʼ: "'",
  '‐': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
}
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu')

/** The text without case and accents, as search and filters compare it. */
export const fold = (text: string): string => text.replace(notPlain, foldRun).toLowerCase()

const foldRun = (run: string) =>
  run
    .replace(invisible, '')
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .replace(special, (letter) => letters[letter] ?? letter)
    .replace(/\s/g, ' ')
