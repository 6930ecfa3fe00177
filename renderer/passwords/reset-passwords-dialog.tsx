import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { saveFile } from '../ui/save-file.ts'
import { AskForFile } from './ask-for-file.tsx'
import { useClosingGuard } from './closing-guard.tsx'
import { FileGiven } from './file-given.tsx'
import type { Choice } from './password-choice.tsx'
import { SecretDialog } from './secret-dialog.tsx'

/** Gives each of several users a temporary password, in one file that only its own password opens. */
export function ResetPasswordsDialog({
  ids,
  onClose,
}: {
  readonly ids: readonly string[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation('passwords')
  const api = useApi()
  const [taken, setTaken] = useState(false)
  const guard = useClosingGuard(taken, onClose)
  const preview = useMutation({
    mutationFn: (selected: readonly string[]) => api.previewPasswordReset({ ids: [...selected] }),
  })
  const { mutate: look } = preview
  useEffect(() => look(ids), [look, ids])

  const resetting = useMutation({
    mutationFn: async (choice: Choice) => {
      const included = preview.data?.ids ?? []
      const filePassword = choice.generated
        ? (await api.generatePassword({})).password
        : choice.password
      const bytes = await api.resetPasswords({ ids: included, filePassword })
      const name = `passwords-${new Date().toISOString().slice(0, 10)}.zip`
      const save = () => saveFile(name, bytes, 'application/zip')
      return { count: included.length, save, filePassword: choice.generated ? filePassword : null }
    },
    onSuccess: ({ save, filePassword }) => {
      setTaken(filePassword === null)
      save()
    },
  })
  const given = resetting.data
  return (
    <SecretDialog
      title={given ? t('manyGiven', { count: given.count }) : t('resetMany')}
      shown={given !== undefined}
      guard={guard}
      onClose={onClose}
    >
      {given ? (
        <FileGiven
          filePassword={given.filePassword}
          onSave={given.save}
          guard={guard}
          onTaken={() => setTaken(true)}
        />
      ) : (
        <AskForFile
          preview={preview.data}
          resetting={resetting.isPending}
          error={preview.error ?? resetting.error}
          onReset={resetting.mutate}
          onCancel={onClose}
        />
      )}
    </SecretDialog>
  )
}
