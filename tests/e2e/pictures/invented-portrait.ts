import sharp from 'sharp'

const skins = ['#f2d0b5', '#d9a47c', '#b0744f', '#7a4a32']
const hairs = ['#2b211d', '#5b3a26', '#a8763e', '#8d8d92', '#3b2a52']
const coats = ['#0b6e6e', '#34506b', '#7a4b5e', '#5d6b3f', '#8a5300']
const walls = ['#dfe8ec', '#ece4d8', '#e2ece0', '#e9e0ec']

/** A drawn portrait, so that no picture of the documents shows a living person. Each number draws another. */
export function inventedPortrait(number: number): Promise<Buffer> {
  const of = (colours: readonly string[], step: number) =>
    colours[(number * step + number) % colours.length] ?? ''
  const long = number % 2 === 0
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 648 648">
    <rect width="648" height="648" fill="${of(walls, 2)}"/>
    ${long ? `<path d="M190 300q0-170 134-170t134 170v190H190z" fill="${of(hairs, 3)}"/>` : ''}
    <path d="M70 648q10-170 254-180 244 10 254 180z" fill="${of(coats, 1)}"/>
    <rect x="270" y="390" width="108" height="110" rx="50" fill="${of(skins, 0)}"/>
    <ellipse cx="324" cy="310" rx="112" ry="138" fill="${of(skins, 0)}"/>
    <path d="M208 290q0-140 116-140t116 140q-40-70-116-74-76 4-116 74z" fill="${of(hairs, 3)}"/>
  </svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer()
}
