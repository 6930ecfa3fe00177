import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { type Command, shortcuts } from '../../shared/contract/commands.ts'
import { useEvent } from '../api/use-event.ts'
import { goTo, onLocation, whenFree } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { awaitOffer, runOffered } from '../ui/offered-commands.ts'
import { dialogHasFocus, isText, press } from '../ui/shortcuts.ts'
import { useToast } from '../ui/toast.tsx'

/** How the page does what a menu asks: it goes to a place, uses what a page offers, or presses keys. */
type Way =
  | { readonly to: string }
  | { readonly keys: string; readonly otherwise: Otherwise }
  | { readonly offeredAt: string }

/** What to do where the keys mean nothing: go to a place where they do, or say what is missing. */
type Otherwise = { readonly to: string } | { readonly say: SaidKey }
type SaidKey =
  | 'nothingToSave'
  | 'nothingToEdit'
  | 'nothingToCopy'
  | 'nothingListed'
  | 'nothingSelected'
  | 'undoNothing'
  | 'redoNothing'

const ways: Readonly<Record<Command, Way>> = {
  newUser: { to: places.newUser },
  newGroup: { to: places.newGroup },
  import: { offeredAt: places.users },
  export: { offeredAt: places.users },
  save: { keys: shortcuts.save, otherwise: { say: 'nothingToSave' } },
  undo: { keys: shortcuts.undo, otherwise: { say: 'undoNothing' } },
  redo: { keys: shortcuts.redo, otherwise: { say: 'redoNothing' } },
  find: { keys: shortcuts.find, otherwise: { to: places.users } },
  editRecord: { keys: shortcuts.editRecord, otherwise: { say: 'nothingToEdit' } },
  copyUser: { keys: shortcuts.copyUser, otherwise: { say: 'nothingToCopy' } },
  selectRows: { keys: 'mod+a', otherwise: { say: 'nothingListed' } },
  copyRows: { keys: 'mod+c', otherwise: { say: 'nothingSelected' } },
  deleteRows: { keys: 'Delete', otherwise: { say: 'nothingSelected' } },
  users: { to: places.users },
  groups: { to: places.groups },
  chart: { to: places.chart },
  roles: { to: places.roles },
  deletedUsers: { to: places.deletedUsers },
  deletedGroups: { to: places.deletedGroups },
  health: { to: places.health },
  history: { to: places.history },
  settings: { to: places.settings },
  about: { to: places.about },
  help: { keys: shortcuts.help, otherwise: { to: places.help } },
}

/** Does what is chosen in the host's menu, as the page's own buttons and keys do it. */
export function useChosenCommands() {
  const { t } = useTranslation()
  const toast = useToast()
  useEffect(() => onLocation(() => awaitOffer(null)), [])

  const run = useCallback(
    (command: Command) => {
      awaitOffer(null)
      if ((command === 'undo' || command === 'redo') && isText(document.activeElement)) {
        // Deprecated, and the only way to what the browser remembers of the typing.
        document.execCommand(command)
        return
      }
      if (dialogHasFocus()) return
      const way = ways[command]
      if ('to' in way) goTo(way.to)
      else if ('offeredAt' in way) {
        if (runOffered(command)) return
        whenFree(() => {
          goTo(way.offeredAt, { unguarded: true })
          awaitOffer(command)
        })
      } else if (!runOffered(command) && !press(way.keys)) {
        if ('to' in way.otherwise) goTo(way.otherwise.to)
        else toast({ message: t(way.otherwise.say) })
      }
    },
    [t, toast],
  )
  useEvent(
    'command-chosen',
    useCallback(({ command }) => run(command), [run]),
  )
}
