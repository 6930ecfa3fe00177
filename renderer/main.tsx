import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { ApiProvider } from './api/api-context.tsx'
import { browserTransport } from './api/browser-transport.ts'
import { desktopTransport } from './api/desktop-transport.ts'
import { App } from './app.tsx'
import { text, textReady } from './text/text.ts'
import { theme } from './theme.ts'
import { ToastProvider } from './ui/toast.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content
const styles = createCache({ key: 'roster', ...(nonce ? { nonce } : {}) })
const transport = window.roster
  ? desktopTransport(window.roster)
  : browserTransport(() => text.t('failures:unreachable'))

await textReady

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
createRoot(root).render(
  <StrictMode>
    <CacheProvider value={styles}>
      <ThemeProvider theme={theme} defaultMode="system" storageManager={null}>
        <CssBaseline />
        <I18nextProvider i18n={text}>
          <ApiProvider transport={transport}>
            <ToastProvider>
              <App />
            </ToastProvider>
          </ApiProvider>
        </I18nextProvider>
      </ThemeProvider>
    </CacheProvider>
  </StrictMode>,
)
