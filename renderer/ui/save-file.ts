/** Puts a file among the downloads, as the system's own dialog or the browser's settings have it. */
export function saveFile(name: string, bytes: Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download holds the file by itself from here on, but only once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
