import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { CircleHelp } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keysOf } from '../../ui/shortcuts.ts'

const examples = ['words', 'property', 'quoted', 'enabled', 'empty', 'verified', 'without'] as const

const keys = [
  ['F3', 'helpKeyFind'],
  ['Esc', 'helpKeyEscape'],
  ['Enter', 'helpKeyEnter'],
  ['Space', 'helpKeySpace'],
  ['mod+a', 'helpKeyAll'],
  ['mod+e', 'helpKeyEdit'],
  ['mod+c', 'helpKeyCopy'],
  ['Del', 'helpKeyDelete'],
] as const

/** Explains what the search box understands, behind a small button beside it. */
export function SearchHelp({ onTry }: { readonly onTry: (search: string) => void }) {
  const { t } = useTranslation('users')
  const title = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <Tooltip title={t('help')}>
        <IconButton
          aria-label={t('help')}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          <CircleHelp size={16} aria-hidden />
        </IconButton>
      </Tooltip>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-labelledby': title, sx: { p: 2, width: 440, mt: 0.5 } },
        }}
      >
        <Typography variant="h2" id={title}>
          {t('help')}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5, mb: 1.5 }}>
          {t('helpIntroduction')}
        </Typography>
        <Rows>
          {examples.map((example) => (
            <Box component="div" key={example}>
              <Box component="dt">
                <button
                  type="button"
                  onClick={() => {
                    close()
                    onTry(t(`helpExamples.${example}`))
                  }}
                >
                  <code>{t(`helpExamples.${example}`)}</code>
                </button>
              </Box>
              <dd>{t(`helpMeanings.${example}`)}</dd>
            </Box>
          ))}
        </Rows>
        <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
          {t('helpKeys')}
        </Typography>
        <Rows>
          {keys.map(([key, does]) => (
            <Box component="div" key={key}>
              <dt>
                <kbd>{keysOf(key)}</kbd>
              </dt>
              <dd>{t(does)}</dd>
            </Box>
          ))}
        </Rows>
      </Popover>
    </>
  )
}

function Rows({ children }: { readonly children: React.ReactNode }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        typography: 'body2',
        '& > div': {
          display: 'grid',
          gridTemplateColumns: '168px 1fr',
          gap: 1,
          py: 0.25,
          alignItems: 'baseline',
        },
        '& dd': { m: 0, color: 'text.secondary' },
        '& button': { p: 0, border: 0, background: 'none', cursor: 'pointer', minHeight: 24 },
        '& code, & kbd': { font: '0.75rem ui-monospace, Consolas, monospace' },
        '& button code': { color: 'primary.main' },
        '& button:hover code': { textDecoration: 'underline' },
      }}
    >
      {children}
    </Box>
  )
}
