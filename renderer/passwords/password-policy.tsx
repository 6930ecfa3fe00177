import Box from '@mui/material/Box'
import { Check, Dot } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  type PasswordOwner,
  passwordLimits,
  passwordRules,
} from '../../shared/fields/rules/password.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'

const rules = Object.keys(passwordRules) as (keyof typeof passwordRules)[]

/** What a password has to be, and which of it the one that is being typed is by now. */
export function PasswordPolicy({
  id,
  password,
  owner,
}: {
  readonly id: string
  readonly password: string
  readonly owner: PasswordOwner
}) {
  const { t } = useTranslation('passwords')
  return (
    <Box component="ul" id={id} aria-label={t('rules.heading')} sx={list}>
      {rules.map((rule) => {
        const met = password !== '' && !passwordRules[rule](password, owner)
        const Icon = met ? Check : Dot
        return (
          <Box component="li" key={rule} sx={met ? { color: 'success.main' } : {}}>
            <Icon size={14} aria-hidden />
            <span>{t(`rules.${rule}`, passwordLimits)}</span>
            <VisuallyHidden>{met ? t('rules.met') : ''}</VisuallyHidden>
          </Box>
        )
      })}
    </Box>
  )
}

const list = {
  m: 0,
  mt: -1,
  p: 0,
  px: 1.75,
  listStyle: 'none',
  fontSize: '0.75rem',
  lineHeight: 1.5,
  color: 'text.secondary',
  '& li': { display: 'flex', gap: 0.5 },
  '& svg': { flex: 'none', mt: '2px' },
} as const
