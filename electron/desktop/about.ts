import { app } from 'electron'
import type { Application } from '../application.ts'
import { isOpen } from './is-open.ts'
import type { DesktopText } from './text.ts'

/** What the system's own panel says: no address, as nothing is ever opened there. */
export function setAboutPanel(text: DesktopText): void {
  app.setAboutPanelOptions({
    applicationName: 'Roster',
    applicationVersion: app.getVersion(),
    copyright: text('copyright'),
  })
}

/** Has the page tell of this program, or the system's own panel while the page shows no settings. */
export async function tellAbout(
  application: Pick<Application, 'answer'>,
  onPage: () => void,
): Promise<void> {
  if (await isOpen(application)) onPage()
  else app.showAboutPanel()
}
