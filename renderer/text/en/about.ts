export const about = {
  heading: 'About',
  version: 'Version',
  versionOf: 'Roster {{version}}',
  runsOn: 'Runs on',
  electron: 'Electron {{electron}}, Node {{node}}',
  node: 'Node {{node}}, in a browser',
  system: 'System',
  systems: { win32: 'Windows', darwin: 'macOS', linux: 'Linux' },
  systemOf: '{{system}}, {{arch}}',
  dataFolder: 'Data folder',
  licence: 'Licence',
  licenceText: 'MIT. © 2026 The Roster authors.',
  notices: 'Third-party notices',
  noticesText:
    'THIRD-PARTY-NOTICES.md in the program’s folder names the packages that Roster is made with, and their licences.',
  saveDiagnostics: 'Save diagnostics',
  diagnosticsHint:
    'Diagnostics are a file for whoever helps you: the log, versions, sizes, what was found damaged, and which settings are managed. Nothing about people is in it. It goes nowhere by itself.',
  diagnosticsSaved: 'The diagnostics are saved.',
} as const
