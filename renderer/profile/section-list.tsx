import Box from '@mui/material/Box'
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import { useTranslation } from 'react-i18next'
import { type CardId, cardIdOf } from './section-cards.ts'

/** Jumps to a card. Only where the window is wide enough to spare the place. */
export function SectionList({ cards }: { readonly cards: readonly CardId[] }) {
  const { t } = useTranslation(['profile', 'sectionNames'])
  return (
    <Box
      component="nav"
      aria-label={t('sections')}
      sx={{
        display: 'none',
        '@media (min-width: 1360px)': { display: 'block' },
        position: 'sticky',
        top: 8,
        width: 152,
        flex: 'none',
        ml: -1,
      }}
    >
      <List disablePadding>
        {cards.map((card) => (
          <ListItem key={card} disablePadding>
            <ListItemButton
              component="button"
              onClick={() => goToCard(card)}
              sx={{
                width: '100%',
                borderRadius: 1,
                px: 1,
                py: 0.5,
                color: 'text.secondary',
                textAlign: 'start',
                typography: 'body2',
              }}
            >
              {t(`sectionNames:${card}`)}
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Box>
  )
}

/** Moves the focus along, so that Tab goes on inside the card. */
function goToCard(card: CardId) {
  const target = document.getElementById(cardIdOf(card))
  if (!target) return
  target.tabIndex = -1
  target.focus({ preventScroll: true })
  target.scrollIntoView({ block: 'start' })
}
