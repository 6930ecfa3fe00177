import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import type { RuleFault } from '../../../shared/directory/rules/rule.ts'

/** How much of the rule is shown around a fault. */
const around = 24

/** What is wrong with a rule: each fault with its place in the text, which leads there. */
export function RuleFaults({
  text,
  faults,
  onGo,
}: {
  readonly text: string
  readonly faults: readonly RuleFault[]
  readonly onGo: (fault: RuleFault) => void
}) {
  const { i18n } = useTranslation()
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
      {faults.map((fault) => (
        <li key={`${fault.start}-${fault.rule}`}>
          <Link
            component="button"
            type="button"
            color="error"
            underline="always"
            onClick={() => onGo(fault)}
            sx={{ typography: 'caption', textAlign: 'start' }}
          >
            {i18n.t(`problems:${fault.rule}`, { ...fault.values, defaultValue: fault.rule })}
          </Link>
          <Excerpt text={text} fault={fault} />
        </li>
      ))}
    </Box>
  )
}

function Excerpt({
  text,
  fault: { start, end },
}: {
  readonly text: string
  readonly fault: RuleFault
}) {
  if (text.trim() === '') return null
  const from = Math.max(0, start - around)
  const to = Math.min(text.length, end + around)
  return (
    <Box component="code" dir="ltr" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
      {from > 0 ? '…' : ''}
      {text.slice(from, start)}
      <Box component="mark" sx={marked}>
        {text.slice(start, end) || ' '}
      </Box>
      {text.slice(end, to)}
      {to < text.length ? '…' : ''}
    </Box>
  )
}

const marked = {
  color: 'error.main',
  bgcolor: 'transparent',
  borderBottom: 2,
  borderColor: 'error.main',
}
