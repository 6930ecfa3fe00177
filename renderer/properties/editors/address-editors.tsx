import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import { useTranslation } from 'react-i18next'
import { checkMail } from '../../../shared/fields/rules/mail.ts'
import {
  isPrimary,
  withoutPrefix,
  withPrefix,
  withPrimary,
} from '../../../shared/fields/rules/proxy-addresses.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { asList } from '../raw.ts'
import { shownAddress } from '../shown-address.ts'
import { AddressList } from './address-list.tsx'
import type { EditorProps } from './editor-props.ts'

/** Other addresses of a person, outside of this directory. */
export function EmailsEditor(props: EditorProps) {
  const { t } = useTranslation('properties')
  return (
    <AddressList
      {...props}
      addresses={asList(props.value)}
      label={t('otherMails')}
      isGood={(address) => checkMail(address) === undefined}
      onAddresses={props.onChange}
    />
  )
}

/** The addresses mail arrives at; the primary one is the email. */
export function ProxyAddressesEditor(props: EditorProps) {
  const { t } = useTranslation(['properties', 'profile'])
  const addresses = asList(props.value)
  return (
    <AddressList
      {...props}
      addresses={addresses}
      label={t('properties:proxyAddresses')}
      toAddress={withPrefix}
      isGood={(address) =>
        !/^smtp:/i.test(address) || checkMail(withoutPrefix(address)) === undefined
      }
      shown={shownAddress}
      mark={(address) => {
        if (isPrimary(address)) return <Chip label={t('profile:primary')} variant="outlined" />
        if (!address.startsWith('smtp:')) return null
        const bare = withoutPrefix(address)
        return (
          <Button
            sx={{ minHeight: 24, py: 0 }}
            onClick={() => props.onChange(withPrimary(addresses, bare))}
          >
            <span aria-hidden>{t('profile:makePrimary')}</span>
            <VisuallyHidden>{t('profile:makePrimaryValue', { value: bare })}</VisuallyHidden>
          </Button>
        )
      }}
      onAddresses={props.onChange}
    />
  )
}
