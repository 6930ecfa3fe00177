import { type DragEvent, useEffect, useState } from 'react'

type Receive = (file: File) => void

/** Lets files be dropped on an element: spread `target` over it. `over` while one is held there. */
export function useDroppedFile(receive: Receive) {
  const [over, setOver] = useState(false)
  useEffect(refuseElsewhere, [])
  return {
    over,
    target: {
      onDragOver: (event: DragEvent) => {
        if (!holdsFile(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      },
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          setOver(false)
      },
      onDrop: (event: DragEvent) => {
        setOver(false)
        const [file] = event.dataTransfer.files
        if (!file) return
        event.preventDefault()
        receive(file)
      },
    },
  }
}

/** A file dropped beside the element would make the browser leave the page to show it. */
function refuseElsewhere() {
  const refuse = (event: globalThis.DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer || !holdsFile(event)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  }
  window.addEventListener('dragover', refuse)
  window.addEventListener('drop', refuse)
  return () => {
    window.removeEventListener('dragover', refuse)
    window.removeEventListener('drop', refuse)
  }
}

const holdsFile = ({ dataTransfer }: Pick<globalThis.DragEvent, 'dataTransfer'>) =>
  dataTransfer?.types.includes('Files') ?? false
