/** A text in a cell, in the direction that it is written in. */
export function TextCell({ text }: { readonly text: string }) {
  if (text === '') return null
  return (
    <bdi className="value" dir="auto" title={text}>
      {text}
    </bdi>
  )
}
