import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRoles } from '../api/queries.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { Page } from '../ui/page.tsx'
import { RoleDetails } from './role-details.tsx'
import { RoleList } from './role-list.tsx'

/** All roles, and beside them one: who holds it and what it may do. Without a choice, the first. */
export function RolesPage({ roleId }: { readonly roleId?: string }) {
  const { t } = useTranslation('roles')
  const { data, error } = useRoles()
  const roles = data?.roles ?? []
  const role = roleId === undefined ? roles[0] : roles.find(({ id }) => id === roleId)
  return (
    <Page title={t('heading')} fill>
      <FailureAlert error={error} />
      {data && !role ? <Alert severity="info">{t('unknownRole')}</Alert> : null}
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          display: 'grid',
          gridTemplateColumns: { xs: '280px minmax(0, 1fr)', lg: '340px minmax(0, 1fr)' },
          borderTop: 1,
          borderColor: 'divider',
        }}
      >
        <RoleList roles={roles} chosen={role?.id} />
        {role ? <RoleDetails key={role.id} role={role} /> : null}
      </Box>
    </Page>
  )
}
