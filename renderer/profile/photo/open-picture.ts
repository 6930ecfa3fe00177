import { pictureKindOf, pictureLimits } from '../../../shared/directory/picture.ts'
import type { Picture } from './crop-view.ts'

/**
 * How large the picture is when it stands upright, or null when there is nothing to crop: it is not
 * of a kind that becomes a photo, or the browser cannot show all of it.
 */
export async function openPicture(file: Blob): Promise<Picture | null> {
  const start = new Uint8Array(await file.slice(0, 32).arrayBuffer())
  if (pictureKindOf(start) === null) return null
  const picture = await headerOf(file)
  // Decoding is what a pixel bomb waits for, so the header is asked first.
  if (!picture || picture.width * picture.height > pictureLimits.pixels) return null
  return (await isWhole(file)) ? picture : null
}

/** The size by the file's header, turned as its EXIF orientation says; nothing is decoded. */
async function headerOf(file: Blob): Promise<Picture | null> {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    const loaded = await new Promise<boolean>((resolve) => {
      image.onload = () => resolve(true)
      image.onerror = () => resolve(false)
      image.src = address
    })
    return loaded ? { width: image.naturalWidth, height: image.naturalHeight } : null
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** An `<img>` shows a file that is cut short as far as it goes; a bitmap is refused. */
async function isWhole(file: Blob): Promise<boolean> {
  try {
    const bitmap = await createImageBitmap(file)
    bitmap.close()
    return true
  } catch {
    return false
  }
}
