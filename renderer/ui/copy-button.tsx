import IconButton from '@mui/material/IconButton'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from './visually-hidden.tsx'

const shownFor = 2000

/** Copies a value. Hidden until its line is pointed at or it has the focus; see `revealedOnHover`. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), shownFor)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true))
  const Icon = copied ? Check : Copy
  return (
    <>
      <IconButton
        className="copy"
        onClick={copy}
        sx={{ p: '5px', color: copied ? 'success.main' : 'text.secondary' }}
      >
        <Icon size={14} aria-hidden />
        <VisuallyHidden>{t('copyValue', { label })}</VisuallyHidden>
      </IconButton>
      <VisuallyHidden role="status">{copied ? t('copied') : ''}</VisuallyHidden>
    </>
  )
}

/** For the line around a copy button. */
export const revealedOnHover = {
  '& .copy': { opacity: 0 },
  '&:hover .copy, & .copy:focus-visible': { opacity: 1 },
} as const
