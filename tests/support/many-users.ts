import { completeUser, type User } from '../../shared/directory/user.ts'
import { randomNumbers } from './random-numbers.ts'

const givenNames = `Ada Aino Alice Amélie Amina André Anh Anna Anton Astrid Beatriz Björn Camila Carlos Chloé
  Daniel David Đorđe Elena Emma Emre Esther Fatima Felix François Freya Gabriel George Grace Hana Hans Hassan
  Helena Hugo İbrahim Ines Isabella Ivan Jack James Jan Jana Javier João John José Julia Jürgen Kaito Karin
  Kateřina Kofi Lars Laura Léa Leila Liam Linh Łukasz Lucía Magnus Maja Małgorzata Maria Mariana Martin Mary
  Mehmet Mei Michael Mohammed Muhammad Nadia Nikolai Nina Noah Noor Olga Oliver Olivia Omar Oskar Paolo Patricia
  Paul Pedro Peter Petra Priya Quang Rachel Ravi Robert Rosa Samuel Sara Sean Simon Siobhán Sofia Søren Stefan
  Susan Sven Tereza Thanh Thomas Tomáš Ulrike Valentina Victor Wei William Yasmin Yuki Yusuf Zainab Zoë Þóra`
const surnames = `Abdullah Adams Ågren Ahmed Ali Allen Almeida Andersen Anderson Bailey Baker Becker Bell Bennett
  Bianchi Björnsson Brown Carter Castro Çelik Chen Clark Collins Cooper Costa Cruz Davies Dąbrowski Demir Díaz
  Dubois Dvořák Edwards Evans Fernández Fischer Foster García Gomez González Green Grønberg Gupta Hall Hansen Harris
  Hernández Hill Hoffmann Horvat Huang Hughes Ito Ivanov Jackson Jansen Jensen Jimenez Johansson Johnson Jones
  Kaya Kelly Khan Kim King Kovács Kowalski Kumar Larsen Laurent Le Lee Lefèvre Lewis Li Lin Lindström Liu Lopez
  Lovelace Lund Magnusson Marino Martin Martínez Meyer Miller Mitchell Moore Morales Moreau Müller Murphy Nakamura
  Nelson Nguyễn Nielsen Novák Nowak O’Brien Öztürk Park Parker Patel Pereira Peterson Petrov Phạm Popescu Ramírez
  Reyes Ricci Richter Rivera Roberts Rodríguez Romano Rossi Ruiz Russo Sánchez Santos Sato Schmidt Schneider
  Schröder Scott Sharma Silva Singh Smith Sørensen Souza Stewart Suzuki Svensson Szabó Tanaka Taylor Thomas Thompson
  Torres Tran Turner Vega Wagner Walker Wang Ward Watson Weber Weiß White Williams Wilson Wong Wood Wright Wójcik
  Yamamoto Yang Yılmaz Young Zhang Zimmermann`
const departments = `Accounting|Compliance|Customer Success|Data Platform|Design|Engineering|Facilities|Finance|Human
  Resources|Information Technology|Internal Audit|Legal|Logistics|Manufacturing|Marketing|Operations|Procurement|
  Product Management|Public Relations|Quality Assurance|Research and Development|Sales|Security|Supply Chain|Training`
const jobs = `Accountant|Administrator|Analyst|Architect|Assistant|Auditor|Buyer|Consultant|Controller|Coordinator|
  Counsel|Designer|Developer|Director|Editor|Engineer|Instructor|Manager|Officer|Operator|Planner|Recruiter|
  Representative|Researcher|Scientist|Specialist|Supervisor|Technician|Translator|Writer`
const grades = 'Junior|Senior|Lead|Principal|Deputy|Chief|Regional|Associate'
const companies = 'Contoso|Contoso Europe|Contoso Asia|Fabrikam|Northwind Traders|Adventure Works'
const streets = `Aker Brygge|Bahnhofstraße|Calle Mayor|Church Lane|Drottninggatan|Elm Street|Hauptstraße|High Street|
  Hillside Avenue|King Street|Lê Lợi|Mill Road|Nguyễn Huệ|Oak Street|Old Park Lane|Park Avenue|Rua Augusta|
  Rue de la Paix|Station Road|Via Roma|Victoria Street|Willow Way`
const cities = `Amsterdam;Noord-Holland;Netherlands;NL;nl-NL;31|Auckland;Auckland;New Zealand;NZ;en-NZ;64|
  Austin;Texas;United States;US;en-US;1|Bengaluru;Karnataka;India;IN;en-IN;91|Berlin;Berlin;Germany;DE;de-DE;49|
  Cairo;Cairo;Egypt;EG;ar-EG;20|Chicago;Illinois;United States;US;en-US;1|Dublin;Leinster;Ireland;IE;en-IE;353|
  Düsseldorf;Nordrhein-Westfalen;Germany;DE;de-DE;49|Hà Nội;Hà Nội;Vietnam;VN;vi-VN;84|
  Istanbul;İstanbul;Türkiye;TR;tr-TR;90|Kraków;Małopolskie;Poland;PL;pl-PL;48|London;England;United Kingdom;GB;en-GB;44|
  Lyon;Auvergne-Rhône-Alpes;France;FR;fr-FR;33|Madrid;Madrid;Spain;ES;es-ES;34|Melbourne;Victoria;Australia;AU;en-AU;61|
  Mexico City;CDMX;Mexico;MX;es-MX;52|Montréal;Québec;Canada;CA;fr-CA;1|Nairobi;Nairobi;Kenya;KE;en-KE;254|
  New York;New York;United States;US;en-US;1|Osaka;Osaka;Japan;JP;ja-JP;81|Oslo;Oslo;Norway;NO;nb-NO;47|
  Paris;Île-de-France;France;FR;fr-FR;33|Porto;Porto;Portugal;PT;pt-PT;351|Reykjavík;Höfuðborgarsvæðið;Iceland;IS;is-IS;354|
  Rome;Lazio;Italy;IT;it-IT;39|São Paulo;São Paulo;Brazil;BR;pt-BR;55|Seattle;Washington;United States;US;en-US;1|
  Stockholm;Stockholm;Sweden;SE;sv-SE;46|Zürich;Zürich;Switzerland;CH;de-CH;41`

const words = (text: string) => text.trim().split(/\s+/)
const parts = (text: string) =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('| ', '|')
    .split('|')

const lists = {
  given: words(givenNames),
  surnames: words(surnames),
  departments: parts(departments),
  jobs: parts(jobs),
  grades: parts(grades),
  companies: parts(companies),
  streets: parts(streets),
  cities: parts(cities).map((city) => city.split(';')),
}

const plainLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  þ: 'th',
  '’': '',
}
const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, (letter) => plainLetters[letter] ?? '')

/** Believable users of a large organisation; the same `seed` answers the same users. */
export function manyUsers(count: number, seed = 1): User[] {
  const random = randomNumbers(seed)
  const users: User[] = []
  for (let number = 0; number < count; number++) users.push(oneUser(number, users, random))
  return users
}

function oneUser(number: number, earlier: readonly User[], random: () => number): User {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const digits = (length: number) =>
    String(Math.floor(random() * 10 ** length)).padStart(length, '0')
  const day = (from: number) => new Date(Date.UTC(from, 0, 1) + random() * 2e11).toISOString()
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')

  const given = pick(lists.given)
  const surname = pick(lists.surnames)
  const nickname = `${plain(given)}.${plain(surname)}${number || ''}`
  const address = `${nickname}@contoso.com`
  const [city = '', state = '', country = '', code = '', language = '', dial = ''] = pick(
    lists.cities,
  )
  const job = pick(lists.jobs)
  const guest = random() < 0.03
  const phone = `+${dial} ${digits(3)} ${digits(3)}-${digits(4)}`
  const mobile = `+${dial} ${digits(10)}`
  const created = day(2018)
  const verified = { verifiedAt: created, verifiedBy: { id: 'import', displayName: 'Import' } }
  const authenticationPhoneNumber = random() < 0.5 ? mobile : null
  const manager = earlier[Math.floor((number - 1) / 9)]
  return completeUser({
    id: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    revision: 1,
    createdDateTime: created,
    lastModifiedDateTime: created,
    displayName: `${given} ${surname}`,
    givenName: given,
    surname,
    userPrincipalName: address,
    mailNickname: nickname,
    userType: guest ? 'Guest' : 'Member',
    preferredLanguage: language,
    jobTitle: random() < 0.5 ? job : `${pick(lists.grades)} ${job}`,
    companyName: pick(lists.companies),
    department: pick(lists.departments),
    employeeId: guest ? null : `E${String(100_000 + number)}`,
    employeeType: guest ? 'Vendor' : 'Employee',
    employeeHireDate: day(2016).slice(0, 10),
    officeLocation: `Building ${1 + Math.floor(random() * 9)}/${100 + Math.floor(random() * 400)}`,
    division: random() < 0.3 ? pick(lists.departments) : null,
    costCenter: `CC-${1000 + Math.floor(random() * 80)}`,
    managerId: manager?.id ?? null,
    accountEnabled: random() > 0.04,
    usageLocation: code,
    ageGroup: random() < 0.01 ? 'NotAdult' : null,
    streetAddress: `${1 + Math.floor(random() * 300)} ${pick(lists.streets)}`,
    city,
    state,
    postalCode: digits(5),
    country,
    businessPhones: random() < 0.7 ? [phone] : [],
    mobilePhone: random() < 0.8 ? mobile : null,
    mail: address,
    otherMails: random() < 0.1 ? [`${nickname}@example.org`] : [],
    proxyAddresses: [`SMTP:${address}`, `smtp:${nickname}@contoso.org`],
    authenticationPhoneNumber,
    authenticationEmail: random() < 0.2 ? `${nickname}@example.net` : null,
    verifications:
      authenticationPhoneNumber && random() < 0.8 ? { authenticationPhoneNumber: verified } : {},
  })
}
