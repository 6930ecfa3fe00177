import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { excessOf } from '../../../shared/directory/picture.ts'
import { RequestFailed } from '../../../shared/errors.ts'
import type { Picture } from './crop-view.ts'
import { openPicture } from './open-picture.ts'

type Opened = {
  /** The user the picture was chosen for, as it was then. */
  readonly before: Profile
  readonly image: Uint8Array<ArrayBuffer>
  /** The bytes that will be sent, whatever becomes of the file meanwhile. */
  readonly copy: Blob
}

type Chosen = Opened & {
  readonly picture: Picture
  /** False while the dialog fades out. */
  readonly cropping: boolean
}

/** A file on its way to be cropped. `sendAsItIs` takes one that cannot be: the application tells why. */
export function useChosenPicture(user: Profile, sendAsItIs: (opened: Opened) => void) {
  const { t } = useTranslation(['photo', 'failures'])
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const opening = useMutation({
    mutationFn: async ({ file, before }: { readonly file: File; readonly before: Profile }) => {
      const image = await read(file)
      const copy = new Blob([image])
      return { before, image, copy, picture: await openPicture(copy) }
    },
    onSuccess: ({ picture, ...opened }) => {
      if (picture) setChosen({ ...opened, picture, cropping: true })
      else sendAsItIs(opened)
    },
  })

  async function read(file: File) {
    const excess = excessOf(file.size)
    if (excess) {
      const message = t('failures:photoTooLarge', excess)
      throw new RequestFailed({ code: 'too-large', message })
    }
    try {
      return new Uint8Array(await file.arrayBuffer())
    } catch {
      // A folder, or a file that has gone.
      throw new RequestFailed({ code: 'bad-file', message: t('unreadable') })
    }
  }

  return {
    chosen,
    opening: opening.isPending,
    error: opening.error,
    open: (file: File) => opening.mutate({ file, before: user }),
    forgetError: opening.reset,
    endCropping: () => setChosen((last) => last && { ...last, cropping: false }),
    forget: () => setChosen(null),
  }
}
