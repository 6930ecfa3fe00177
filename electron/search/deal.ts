/**
 * Deals slots out to piles and lays the piles one behind the other, in time that grows only with their
 * number. `pileAt` holds the pile of each slot, by its index; within a pile the order stays.
 */
export function deal(slots: Uint32Array, pileAt: ArrayLike<number>, piles: number): Uint32Array {
  const nextOf = new Uint32Array(piles + 1)
  for (let index = 0; index < slots.length; index++) {
    const following = (pileAt[index] ?? 0) + 1
    nextOf[following] = (nextOf[following] ?? 0) + 1
  }
  for (let pile = 1; pile < piles; pile++)
    nextOf[pile] = (nextOf[pile] ?? 0) + (nextOf[pile - 1] ?? 0)

  const dealt = new Uint32Array(slots.length)
  for (let index = 0; index < slots.length; index++) {
    const pile = pileAt[index] ?? 0
    const next = nextOf[pile] ?? 0
    dealt[next] = slots[index] ?? 0
    nextOf[pile] = next + 1
  }
  return dealt
}
