import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { type MouseEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type PropertyName, propertyNames } from '../../../shared/fields/catalogue.ts'
import type { Form } from './form.ts'
import { fieldIdOf } from './form-field.tsx'
import { useFaultSentence } from './use-fault-sentence.ts'

/** Why the last save was refused: every value at fault as a link to its field. Takes the focus then. */
export function ErrorSummary({ form: { faults, refused } }: { readonly form: Form }) {
  const { t } = useTranslation(['profile', 'properties'])
  const sentenceOf = useFaultSentence()
  const alert = useRef<HTMLDivElement>(null)
  const count = refused?.count
  useEffect(() => {
    if (count !== undefined) alert.current?.focus()
  }, [count])
  const names = propertyNames.filter((name) => faults[name] !== undefined)
  if (!refused || (names.length === 0 && refused.message === null)) return null
  return (
    <Alert severity="error" ref={alert} tabIndex={-1} sx={{ mb: 2 }}>
      <Typography variant="h3" component="p">
        {refused.message ?? t('notSaved', { count: names.length })}
      </Typography>
      {names.length > 0 ? (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          {names.map((name) => {
            const fault = faults[name]
            return fault === undefined ? null : (
              <li key={name}>
                <Link
                  href={`#${fieldIdOf(name)}`}
                  color="inherit"
                  underline="always"
                  onClick={(event) => focusField(event, name)}
                >
                  {t('faultOf', { label: t(`properties:${name}`), sentence: sentenceOf(fault) })}
                </Link>
              </li>
            )
          })}
        </Box>
      ) : null}
    </Alert>
  )
}

/** The address after the # is the place of the page, so the link must not be followed. */
function focusField(event: MouseEvent, name: PropertyName) {
  event.preventDefault()
  const field = document.getElementById(fieldIdOf(name))
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'center' })
}
