import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Snackbar from '@mui/material/Snackbar'
import { X } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Toast = {
  readonly message: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

const ToastContext = createContext<(toast: Toast | null) => void>(() => {})

/** Tells what has just happened, in passing, with at most one thing to do about it. Null takes it away. */
export const useToast = () => useContext(ToastContext)

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [toast, setToast] = useState<(Toast & { readonly key: number }) | null>(null)
  const [open, setOpen] = useState(false)
  const show = useCallback((next: Toast | null) => {
    if (!next) return setOpen(false)
    setToast((last) => ({ ...next, key: (last?.key ?? 0) + 1 }))
    setOpen(true)
  }, [])
  return (
    <ToastContext value={show}>
      {children}
      <Snackbar
        key={toast?.key}
        open={open}
        autoHideDuration={10_000}
        onClose={(_event, reason) => {
          if (reason !== 'clickaway') setOpen(false)
        }}
        message={toast?.message}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
        // Above the status bar and the bar with Save.
        sx={{ bottom: { xs: 88, sm: 88 } }}
        action={
          <>
            {toast?.action ? (
              <Button
                color="inherit"
                onClick={() => {
                  setOpen(false)
                  toast.action?.run()
                }}
              >
                {toast.action.label}
              </Button>
            ) : null}
            <IconButton color="inherit" aria-label={t('close')} onClick={() => setOpen(false)}>
              <X size={16} aria-hidden />
            </IconButton>
          </>
        }
      />
    </ToastContext>
  )
}
