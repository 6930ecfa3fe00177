/** Stands for the name in a sentence while that is taken apart around it. */
const place = '\u0000'

/** A sentence about a name, whose direction of writing does not turn the sentence around. */
export function NamedHeading({
  name,
  sentence,
}: {
  readonly name: string
  /** The sentence with another text in place of the name. */
  readonly sentence: (name: string) => string
}) {
  const [before, after = ''] = sentence(place).split(place)
  return (
    <>
      {before}
      <bdi>{name}</bdi>
      {after}
    </>
  )
}
