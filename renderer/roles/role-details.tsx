import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import type { ListedRole } from '../../shared/contract/role-requests.ts'
import { RoleMembers } from './role-members.tsx'
import { RolePowers } from './role-powers.tsx'

/** One role: who holds it, and what it may do. */
export function RoleDetails({ role }: { readonly role: ListedRole }) {
  const heading = useId()
  return (
    <Box
      component="section"
      aria-labelledby={heading}
      sx={{ overflow: 'auto', minWidth: 0, px: 3, py: 2, scrollPadding: 16 }}
    >
      <Typography variant="h1" component="h2" id={heading}>
        {role.name}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {role.description}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          maxWidth: 1100,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', xl: 'minmax(0, 3fr) minmax(0, 2fr)' },
        }}
      >
        <RoleMembers role={role} />
        <RolePowers role={role} />
      </Box>
    </Box>
  )
}
