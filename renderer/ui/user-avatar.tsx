import Avatar from '@mui/material/Avatar'
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
  return (
    <Avatar
      alt={alt}
      src={user.photo ? photoUrl(user.id, user.photo, size > 96 ? 648 : 96) : undefined}
      aria-hidden={alt === '' || undefined}
      sx={{
        width: size,
        height: size,
        fontSize: size * 0.4,
        fontWeight: 500,
        color: '#ffffff',
        bgcolor: user.photo ? 'transparent' : `hsl(${hueOf(user.id)} 38% 38%)`,
      }}
    >
      {initialsOf(user.displayName)}
    </Avatar>
  )
}

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
