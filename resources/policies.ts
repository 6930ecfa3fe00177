import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { policyDomain, policyFile, policyKey } from '../electron/settings/policy-sources.ts'
import {
  type PolicyName,
  type PolicySetting,
  policyCategories,
  policyFileSchema,
  policyNames,
  policySettings,
} from '../shared/policy/policy.ts'
import { z } from '../shared/zod.ts'

// Makes what IT departments roll settings out with, from the one table of them: `node resources/policies.ts`.

const revision = '1.0'
const settings = policyNames.map((name) => ({ name, ...(policySettings[name] as PolicySetting) }))
type Setting = (typeof settings)[number]

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Each setting twice: enforced, and as a default that the person may change. */
const levels = [
  { suffix: '', key: policyKey, parent: '' },
  { suffix: '_Default', key: `${policyKey}\\Defaults`, parent: '_Defaults' },
] as const

export function admx(): string {
  const categories = levels.flatMap(({ parent }) => [
    `    <category name="Roster${parent}" displayName="$(string.Roster${parent})"${parent ? '>\n      <parentCategory ref="Roster" />\n    </category>' : ' />'}`,
    ...policyCategories.map(
      (name) =>
        `    <category name="${name}${parent}" displayName="$(string.Category_${name})">\n      <parentCategory ref="Roster${parent}" />\n    </category>`,
    ),
  ])
  const policies = levels.flatMap(({ suffix, key, parent }) =>
    settings.map((setting) => admxPolicy(setting, `${setting.name}${suffix}`, key, parent)),
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="${revision}" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="roster" namespace="Roster.Policies" />
    <using prefix="windows" namespace="Microsoft.Policies.Windows" />
  </policyNamespaces>
  <resources minRequiredRevision="${revision}" />
  <supportedOn>
    <definitions>
      <definition name="Supported" displayName="$(string.Supported)" />
    </definitions>
  </supportedOn>
  <categories>
${categories.join('\n')}
  </categories>
  <policies>
${policies.join('\n')}
  </policies>
</policyDefinitions>
`
}

function admxPolicy(setting: Setting, id: string, key: string, parent: string): string {
  const { name, category, kind } = setting
  const simple = kind === 'boolean'
  const attributes = [
    `name="${id}"`,
    'class="Both"',
    `displayName="$(string.${name})"`,
    `explainText="$(string.${name}_Explain)"`,
    ...(simple ? [] : [`presentation="$(presentation.${name})"`]),
    `key="${key}"`,
    ...(simple ? [`valueName="${name}"`] : []),
  ]
  return `    <policy ${attributes.join(' ')}>
      <parentCategory ref="${category}${parent}" />
      <supportedOn ref="Supported" />
${admxValue(setting)}
    </policy>`
}

function admxValue(setting: Setting): string {
  const { name } = setting
  switch (setting.kind) {
    case 'boolean':
      return `      <enabledValue>
        <decimal value="1" />
      </enabledValue>
      <disabledValue>
        <decimal value="0" />
      </disabledValue>`
    case 'number':
      return `      <elements>
        <decimal id="${name}" valueName="${name}" minValue="${setting.least}" maxValue="${setting.most}" required="true" />
      </elements>`
    case 'text':
      return `      <elements>
        <text id="${name}" valueName="${name}" maxLength="${setting.longest}" required="true" />
      </elements>`
    case 'choice':
      return `      <elements>
        <enum id="${name}" valueName="${name}" required="true">
${setting.choices
  .map(
    (choice) => `          <item displayName="$(string.${name}_${choice})">
            <value>
              <string>${choice}</string>
            </value>
          </item>`,
  )
  .join('\n')}
        </enum>
      </elements>`
  }
}

export function adml(): string {
  const strings = [
    ['Roster', 'Roster'],
    ['Roster_Defaults', 'Defaults (the person may change them)'],
    ['Supported', 'Roster 0.1 or later'],
    ...policyCategories.map((name) => [`Category_${name}`, name]),
    ...settings.flatMap((setting) => [
      [setting.name, setting.title],
      [`${setting.name}_Explain`, setting.explanation],
      ...(setting.kind === 'choice'
        ? setting.choices.map((choice) => [`${setting.name}_${choice}`, choice])
        : []),
    ]),
  ]
  const presentations = settings
    .filter(({ kind }) => kind !== 'boolean')
    .map(
      (setting) =>
        `      <presentation id="${setting.name}">\n${presentation(setting)}\n      </presentation>`,
    )
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="${revision}" schemaVersion="1.0">
  <displayName>Roster</displayName>
  <description>Settings of Roster that an organisation manages.</description>
  <resources>
    <stringTable>
${strings.map(([id = '', text = '']) => `      <string id="${id}">${escaped(text)}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${presentations.join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`
}

function presentation(setting: Setting): string {
  const label = escaped(setting.title)
  switch (setting.kind) {
    case 'number':
      return `        <decimalTextBox refId="${setting.name}" defaultValue="${setting.least}">${label}</decimalTextBox>`
    case 'choice':
      return `        <dropdownList refId="${setting.name}" defaultItem="0">${label}</dropdownList>`
    default:
      return `        <textBox refId="${setting.name}">
          <label>${label}</label>
        </textBox>`
  }
}

/** An example that Apple's profile tools take as it is: remove what is not wanted, and set the rest. */
export function mobileconfig(): string {
  const lines = settings.flatMap((setting) => [
    `        <!-- ${setting.explanation.replaceAll('--', '- -')} -->`,
    `        <key>${setting.name}</key>`,
    `        ${plistValue(setting)}`,
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
  <dict>
    <key>PayloadType</key>
    <string>Configuration</string>
    <key>PayloadVersion</key>
    <integer>1</integer>
    <key>PayloadIdentifier</key>
    <string>${policyDomain}.profile</string>
    <key>PayloadUUID</key>
    <string>${uuidOf('profile')}</string>
    <key>PayloadDisplayName</key>
    <string>Roster</string>
    <key>PayloadScope</key>
    <string>System</string>
    <key>PayloadContent</key>
    <array>
      <dict>
        <key>PayloadType</key>
        <string>${policyDomain}</string>
        <key>PayloadVersion</key>
        <integer>1</integer>
        <key>PayloadIdentifier</key>
        <string>${policyDomain}.settings</string>
        <key>PayloadUUID</key>
        <string>${uuidOf('settings')}</string>
        <!-- What stands under Defaults instead, in a dictionary of the same names, the person may change. -->
${lines.join('\n')}
      </dict>
    </array>
  </dict>
</plist>
`
}

function plistValue(setting: Setting): string {
  switch (setting.kind) {
    case 'boolean':
      return '<false/>'
    case 'number':
      return `<integer>${setting.most}</integer>`
    case 'choice':
      return `<string>${setting.choices[0]}</string>`
    case 'text':
      return `<string>${examples[setting.name] ?? ''}</string>`
  }
}

const examples: Partial<Record<PolicyName, string>> = {
  DataFolder: '/Users/Shared/Roster',
  UpdateFeed: 'https://updates.example.org/roster/',
}

/** Stays the same from run to run, so that a profile made anew replaces the one before. */
function uuidOf(name: string): string {
  const hash = createHash('sha256').update(`${policyDomain}/${name}`).digest('hex')
  return hash
    .slice(0, 32)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-5$3-8$4-$5')
    .toUpperCase()
}

export const jsonSchema = () =>
  `${JSON.stringify({ ...z.toJSONSchema(policyFileSchema, { io: 'input' }), title: 'Roster policy' }, null, 2)}\n`

export function guide(): string {
  const tables = policyCategories.map((category) => {
    const rows = settings
      .filter((setting) => setting.category === category)
      .map(
        (setting) =>
          `| \`${setting.name}\` | ${setting.title} | ${allowed(setting)} | ${setting.explanation} |`,
      )
    return `## ${category}\n\n| name | setting | value | what follows |\n|---|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# Settings that an organisation manages

Made from \`shared/policy/policy.ts\` by \`npm run policies\`. Nobody can change an *enforced* setting; where the page has a control for it, that shows a lock. A
*default* holds until the person chooses otherwise. What holds for the machine goes before what holds for the user; an
enforced setting goes before the person's own, and that before a default. A value that a setting does not take is not used,
and the log says so.

| system | enforced | defaults |
|---|---|---|
| Windows | \`HKLM\\${policyKey}\`, then \`HKCU\\${policyKey}\` | the key \`Defaults\` under each |
| macOS | managed preferences of \`${policyDomain}\`: the machine's, then the user's | the dictionary \`Defaults\` in them |
| Linux | \`enforced\` in \`${policyFile}\` | \`defaults\` in it |

In \`resources/policies\`: \`Roster.admx\` with \`en-US/Roster.adml\` for Group Policy and Intune, \`Roster.mobileconfig\` for profile tools,
\`policy.schema.json\` for editors of the Linux file. In the registry, yes and no are a \`REG_DWORD\` of 1 and 0, numbers a \`REG_DWORD\`, everything
else a \`REG_SZ\`.

\`\`\`json
{
  "enforced": { "DisableImport": true, "DisableExport": true },
  "defaults": { "Theme": "dark" }
}
\`\`\`

${tables.join('\n')}`
}

function allowed(setting: Setting): string {
  switch (setting.kind) {
    case 'boolean':
      return 'yes or no'
    case 'number':
      return `${setting.least} to ${setting.most}`
    case 'choice':
      return setting.choices.map((choice) => `\`${choice}\``).join(', ')
    case 'text':
      return 'text'
  }
}

/** Every file that follows from the table, by its path from the root of the project. */
export const generated = (): Readonly<Record<string, string>> => ({
  'resources/policies/Roster.admx': admx(),
  'resources/policies/en-US/Roster.adml': adml(),
  'resources/policies/Roster.mobileconfig': mobileconfig(),
  'resources/policies/policy.schema.json': jsonSchema(),
  'docs/policies.md': guide(),
})

if (import.meta.main)
  for (const [path, content] of Object.entries(generated())) {
    const file = join(import.meta.dirname, '..', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
