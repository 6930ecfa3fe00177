import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Explanation } from '../../../shared/directory/rules/explain.ts'
import { print } from '../../../shared/directory/rules/print.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'

/** The parts of a rule as a tree, each with whether somebody meets it and what was found. */
export function ExplainedRule({ explanation }: { readonly explanation: Explanation }) {
  return (
    <Box component="ul" sx={list}>
      <Part explanation={explanation} />
    </Box>
  )
}

function Part({
  explanation,
  item,
}: {
  readonly explanation: Explanation
  /** The item of a collection that it is about. */
  readonly item?: string
}) {
  const { t } = useTranslation('groups')
  const { node, met, found, parts, items = [] } = explanation
  const Icon = met ? Check : X
  const joined = node.type === 'and' || node.type === 'or' || node.type === 'not'
  return (
    <li>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, py: 0.25 }}>
        <Box component="span" sx={{ color: met ? 'success.main' : 'error.main', pt: '3px' }}>
          <Icon size={16} aria-hidden />
          <VisuallyHidden>{t(met ? 'met' : 'notMet')}</VisuallyHidden>
        </Box>
        <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          {joined ? t(`joined.${node.type}`) : <code dir="ltr">{print(node)}</code>}
          {item === undefined ? null : (
            <Typography variant="caption" color="textSecondary" component="div">
              {t('ofItem')} <bdi>{item}</bdi>
            </Typography>
          )}
          {found === undefined || item !== undefined ? null : (
            <Typography variant="caption" color="textSecondary" component="div">
              {t('foundValue')} <bdi>{[found ?? []].flat().join(', ') || t('noValue')}</bdi>
            </Typography>
          )}
        </Box>
      </Box>
      {parts.length + items.length > 0 ? (
        <Box component="ul" sx={{ ...list, pl: 3 }}>
          {parts.map((part) => (
            <Part key={`${part.node.at.start}-${part.node.at.end}`} explanation={part} />
          ))}
          {items.map(({ text, explanation: part }) => (
            <Part key={text} explanation={part} item={text} />
          ))}
        </Box>
      ) : null}
    </li>
  )
}

const list = { m: 0, p: 0, listStyle: 'none', typography: 'body2' }
