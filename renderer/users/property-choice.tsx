import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import ListSubheader from '@mui/material/ListSubheader'
import TextField from '@mui/material/TextField'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Listed } from '../../shared/contract/query.ts'
import type { Section } from '../../shared/fields/property.ts'
import { usePropertyLabel } from '../properties/property-label.ts'

/** Properties to choose from, by section. What Roster itself records is a section of its own. */
export type PropertyGroup<Name extends Listed> = {
  readonly section: Section | 'record'
  readonly columns: readonly Name[]
}

/** One property, found by its name. */
export function PropertyChoice<Name extends Listed>({
  label,
  groups,
  value,
  autoFocus,
  onChange,
}: {
  readonly label: string
  readonly groups: readonly PropertyGroup<Name>[]
  readonly value: Name | null
  readonly autoFocus: boolean
  readonly onChange: (property: Name | null) => void
}) {
  const { t } = useTranslation(['users', 'sectionNames'])
  const labelOf = usePropertyLabel()
  const { options, titles } = useMemo(
    () => ({
      options: groups.flatMap(({ columns }) => columns),
      titles: new Map(
        groups.flatMap(({ section, columns }) =>
          columns.map((column) => [
            column,
            section === 'record' ? t('record') : t(`sectionNames:${section}`),
          ]),
        ),
      ),
    }),
    [groups, t],
  )
  return (
    <Autocomplete
      autoHighlight
      options={options}
      groupBy={(property) => titles.get(property) ?? ''}
      getOptionLabel={labelOf}
      value={value}
      onChange={(_event, next) => onChange(next)}
      // MUI's own groups are lists within the list, which is none of a list box's parts.
      renderGroup={({ key, group, children }) => (
        <Box component="li" key={key} role="group" aria-label={group}>
          <ListSubheader component="div" aria-hidden>
            {group}
          </ListSubheader>
          <Box component="ul" role="presentation" sx={{ p: 0 }}>
            {children}
          </Box>
        </Box>
      )}
      renderInput={(params) => <TextField {...params} label={label} autoFocus={autoFocus} />}
    />
  )
}
