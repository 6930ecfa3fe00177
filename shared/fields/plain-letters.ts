/** Letters that Unicode does not take apart into a plain letter and an accent. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  þ: 'th',
}
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu')

/** The name in small letters without accents: "Łukasz Groß" → "lukasz gross". */
export const withoutAccents = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(special, (letter) => plain[letter] ?? letter)

/** The name as an address may hold it: "Van der Berg" → "vanderberg". Empty for other scripts. */
export const addressLetters = (name: string): string =>
  withoutAccents(name)
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^-+|-+$/g, '')
