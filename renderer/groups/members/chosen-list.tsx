import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { focusOn } from '../../ui/focus-on.ts'
import { GroupTile } from '../../ui/group-tile.tsx'
import { UserAvatar } from '../../ui/user-avatar.tsx'
import type { Chosen } from './chosen.ts'

/** More than this are counted, not listed: a pasted list can be long. */
const mostShown = 50

/** Who has been chosen so far, each with a way to think again. */
export function ChosenList({
  chosen,
  label,
  input,
  onChange,
}: {
  readonly chosen: readonly Chosen[]
  readonly label: string
  /** The id of the input that more are chosen in: it has the focus once a button that had it is gone. */
  readonly input: string
  readonly onChange: (chosen: readonly Chosen[]) => void
}) {
  const { t } = useTranslation('groups')
  const more = chosen.length - mostShown
  const leave = (left: readonly Chosen[]) => {
    onChange(left)
    focusOn(input)
  }
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 32 }}>
        <Typography variant="body2" color="textSecondary" role="status">
          {t('chosen', { count: chosen.length })}
        </Typography>
        {chosen.length > 1 ? <Button onClick={() => leave([])}>{t('clearChosen')}</Button> : null}
      </Box>
      <Box component="ul" aria-label={label} sx={list}>
        {chosen.slice(0, mostShown).map((each) => (
          <Box component="li" key={each.id} sx={item}>
            {each.type === 'user' ? (
              <UserAvatar user={each} size={22} />
            ) : (
              <GroupTile kind={each.kind} size={22} />
            )}
            <Typography variant="body2" noWrap component="bdi" title={each.displayName}>
              {each.displayName}
            </Typography>
            <IconButton
              aria-label={t('remove', { name: each.displayName })}
              onClick={() => leave(chosen.filter(({ id }) => id !== each.id))}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </Box>
        ))}
      </Box>
      {more > 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          {t('moreChosen', { count: more })}
        </Typography>
      ) : null}
    </Box>
  )
}

const list = { m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 0.5 }

const item = {
  display: 'flex',
  alignItems: 'center',
  gap: 0.5,
  maxWidth: 280,
  height: 30,
  pl: 0.5,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
}
