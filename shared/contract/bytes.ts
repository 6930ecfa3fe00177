/**
 * How bytes travel where only text does, in inputs and in answers. In JSON they stand as `{"$bytes": "<base64>"}`. A form
 * carries them as they are: its part `input` is the JSON, in which `{"$part": "<name>"}` stands for
 * the file part of that name. A picture of 20 MB fits the browser host's limit only as a form.
 */
const inputPart = 'input'

/** Whether `input` is or holds bytes, and so needs a form. */
export function holdsBytes(input: unknown): boolean {
  if (input instanceof Uint8Array) return true
  return typeof input === 'object' && input !== null && Object.values(input).some(holdsBytes)
}

export function formOf(input: unknown): FormData {
  const form = new FormData()
  let parts = 0
  const lift = (value: unknown): unknown => {
    if (value instanceof Uint8Array) {
      const part = `bytes-${++parts}`
      form.append(part, new Blob([value.slice()]), part)
      return { $part: part }
    }
    if (Array.isArray(value)) return value.map(lift)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, lift(held)]))
  }
  form.append(inputPart, JSON.stringify(lift(input)))
  return form
}

/** The JSON of an answer. */
export const jsonOf = (value: unknown): string =>
  JSON.stringify(holdsBytes(value) ? withBase64(value) : value)

function withBase64(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: base64Of(value) }
  if (Array.isArray(value)) return value.map(withBase64)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, withBase64(held)]))
}

/** Throws when the text is not JSON or bytes in it are not base64. */
export function valueOfJson(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown) => {
    const text = marked(value, '$bytes')
    return text === undefined ? value : bytesOfBase64(text)
  })
}

/** Throws when the form has no JSON in its part `input`, or lacks a part that this names. */
export async function inputOfForm(form: FormData): Promise<unknown> {
  const json = form.get(inputPart)
  if (typeof json !== 'string') throw new SyntaxError('The form has no input.')
  const files = new Map<string, Uint8Array>()
  for (const [name, part] of form.entries())
    if (typeof part !== 'string') files.set(name, new Uint8Array(await part.arrayBuffer()))
  return JSON.parse(json, (_key, value: unknown) => {
    const part = marked(value, '$part')
    if (part === undefined) return value
    const file = files.get(part)
    if (!file) throw new SyntaxError('The form lacks a part that its input names.')
    return file
  })
}

/** The text of an object that holds nothing but `mark`. */
function marked(value: unknown, mark: '$bytes' | '$part'): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const [entry, ...others] = Object.entries(value)
  if (entry?.[0] !== mark || typeof entry[1] !== 'string' || others.length > 0) return undefined
  return entry[1]
}

/** How many bytes become text at a time: a call takes only so many arguments. */
const slice = 32_768

function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += slice)
    binary += String.fromCharCode(...bytes.subarray(at, at + slice))
  return btoa(binary)
}

function bytesOfBase64(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
