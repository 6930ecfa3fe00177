import { shortcuts } from '../../shared/contract/commands.ts'
import { helpFor } from '../navigation/help-topic.ts'
import { currentLocation, goTo } from '../navigation/location.ts'
import { useShortcuts } from '../ui/shortcuts.ts'

/** F1 opens the part of the guide that is about the page that is shown. */
export function useHelpKey() {
  useShortcuts({ [shortcuts.help]: () => goTo(helpFor(currentLocation())) })
}
