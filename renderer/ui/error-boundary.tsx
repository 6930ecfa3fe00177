import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { Component, type ReactNode } from 'react'
import { Translation } from 'react-i18next'

type Props = { readonly children: ReactNode }

/** Keeps a bug of one page from taking the window down. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <Translation ns="shell">
        {(t) => (
          <Alert
            severity="error"
            sx={{ m: 3 }}
            action={<Button onClick={() => this.setState({ broken: false })}>{t('reload')}</Button>}
          >
            {t('pageBroken')}
          </Alert>
        )}
      </Translation>
    )
  }
}
