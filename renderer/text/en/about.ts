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
} as const
