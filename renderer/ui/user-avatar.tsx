import { type CSSProperties, useState } from 'react'
import { photoUrl } from '../api/photo-url.ts'

type Pictured = {
  readonly id: string
  readonly displayName: string
  readonly photo: string | null
}

/** The photo, or the initials on a colour that stays the same for this person. Decorative by itself. */
export function UserAvatar({
  user,
  size,
  alt = '',
}: {
  readonly user: Pictured
  readonly size: number
  readonly alt?: string
}) {
  const { id, displayName, photo } = user
  const [broken, setBroken] = useState<string | null>(null)
  const look = {
    ...disc,
    width: size,
    height: size,
    fontSize: size * 0.4,
    backgroundColor: `hsl(${hueOf(id)} 38% 33%)`,
  }
  return (
    <span style={look} {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}>
      {photo && photo !== broken ? (
        <img
          key={photo}
          src={photoUrl(id, photo, size > 96 ? 648 : 96)}
          alt=""
          draggable={false}
          style={picture}
          onError={() => setBroken(photo)}
        />
      ) : (
        initialsOf(displayName)
      )}
    </span>
  )
}

// Not MUI's Avatar, nor its styles: a list paints dozens of these at every keystroke of a search.
const disc: CSSProperties = {
  display: 'inline-grid',
  placeItems: 'center',
  flex: 'none',
  overflow: 'hidden',
  borderRadius: '50%',
  color: '#ffffff',
  fontWeight: 500,
  lineHeight: 1,
  userSelect: 'none',
}

const picture: CSSProperties = { width: '100%', height: '100%', objectFit: 'cover' }

const hueOf = (id: string) => {
  let hash = 0
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360
  return hash
}

/** The first characters of the first and the last word: "Ada King Lovelace" → "AL". */
export function initialsOf(displayName: string): string {
  const words = displayName.split(/[\s,]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}
