import Box from '@mui/material/Box'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { EditorProps } from './editor-props.ts'

export function SwitchEditor({ id, value, describedBy, onChange, onLeave }: EditorProps) {
  const { t } = useTranslation('profile')
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 34, ml: -0.75 }}>
      <Switch
        id={id}
        checked={value === true}
        onChange={(_event, checked) => onChange(checked)}
        onBlur={onLeave}
        slotProps={{ input: { 'aria-describedby': describedBy } }}
      />
      <Typography component="span" aria-hidden>
        {value === true ? t('yes') : t('no')}
      </Typography>
    </Box>
  )
}
