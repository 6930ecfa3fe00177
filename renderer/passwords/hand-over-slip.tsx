import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { passwords } from '../text/en/passwords.ts'
import { useFormats } from '../text/formats.ts'

const steps = Object.keys(passwords.slipSteps) as (keyof typeof passwords.slipSteps)[]

/** What a person is handed with their password, as large as half a sheet. */
export function HandOverSlip({
  organisation,
  user,
  password,
  givenBy,
  at,
}: {
  readonly organisation: string
  readonly user: { readonly displayName: string; readonly userPrincipalName: string }
  readonly password: string
  readonly givenBy: string
  readonly at: string
}) {
  const { t } = useTranslation('passwords')
  const { moment } = useFormats()
  const facts = [
    [t('slipName'), user.displayName],
    [t('slipUserName'), user.userPrincipalName],
    [t('slipPassword'), password],
  ] as const
  return (
    <Box sx={slip}>
      <p className="organisation" dir="auto">
        {organisation}
      </p>
      <h1>{t('slipTitle')}</h1>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <h2>{t('slipWhatToDo')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(`slipSteps.${step}`)}</li>
        ))}
      </ol>
      <footer>{t('slipIssued', { when: moment(at), name: givenBy })}</footer>
    </Box>
  )
}

const slip = {
  maxWidth: '124mm',
  fontSize: '11pt',
  lineHeight: 1.4,
  '& .organisation': { m: 0, fontSize: '10pt' },
  '& h1': { m: '0 0 8mm', fontSize: '16pt' },
  '& h2': { m: '8mm 0 1mm', fontSize: '11pt' },
  '& dl': { m: 0, display: 'grid', gap: '3mm' },
  '& dt': { fontSize: '9pt' },
  '& dd': { m: 0, fontSize: '13pt', overflowWrap: 'anywhere' },
  '& div:last-of-type dd': {
    fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
    fontSize: '16pt',
    letterSpacing: '0.05em',
  },
  '& ol': { m: 0, pl: '5mm' },
  '& footer': { mt: '10mm', pt: '2mm', borderTop: '0.3mm solid #000', fontSize: '9pt' },
} as const
