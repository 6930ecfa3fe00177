/** Ways in which the bytes of a file can go wrong. Each answers new bytes and says what it did. */
export type Damage = { readonly told: string; readonly bytes: Buffer }

const sector = 512

/** Everything behind `at` is gone. */
export const cutAt = (bytes: Buffer, at: number): Damage => ({
  told: `cut at ${at}`,
  bytes: bytes.subarray(0, at),
})

export function flipped(bytes: Buffer, at: number, bit: number): Damage {
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at)
  return { told: `bit ${bit} of byte ${at} flipped`, bytes: changed }
}

/** The bytes from `from` to `to` hold what `byte` answers. */
export function overwritten(
  bytes: Buffer,
  from: number,
  to: number,
  byte: () => number,
  told: string,
): Damage {
  const changed = Buffer.from(bytes)
  for (let at = from; at < Math.min(to, bytes.length); at += 1) changed.writeUInt8(byte(), at)
  return { told: `${told} from ${from} to ${to}`, bytes: changed }
}

export const zeroed = (bytes: Buffer, from: number, to = bytes.length) =>
  overwritten(bytes, from, to, () => 0, 'zeros')

export const garbled = (bytes: Buffer, from: number, to: number, random: () => number) =>
  overwritten(bytes, from, to, () => Math.floor(random() * 256), 'garbage')

/** Only the sectors that `holds` says were written behind `from`; the others hold zeros. */
export function sectorsLost(
  bytes: Buffer,
  from: number,
  holds: (number: number) => boolean,
  told: string,
): Damage {
  const changed = Buffer.from(bytes)
  for (let number = Math.floor(from / sector); number * sector < bytes.length; number += 1) {
    const end = Math.min(bytes.length, (number + 1) * sector)
    if (!holds(number)) changed.fill(0, Math.max(from, number * sector), end)
  }
  return { told, bytes: changed }
}

/** Two sectors in each other's place. */
export function swapped(bytes: Buffer, one: number, other: number): Damage {
  const changed = Buffer.from(bytes)
  const first = bytes.subarray(one * sector, (one + 1) * sector)
  const second = bytes.subarray(other * sector, (other + 1) * sector)
  const length = Math.min(first.length, second.length)
  changed.set(second.subarray(0, length), one * sector)
  changed.set(first.subarray(0, length), other * sector)
  return { told: `sectors ${one} and ${other} swapped`, bytes: changed }
}
