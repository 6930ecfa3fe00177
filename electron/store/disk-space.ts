/** Bytes that stay free for the saves of every day, whatever large is about to be written. */
export const headroom = 64_000_000

/** In bytes: when less is free, the person is told while there still is room. */
export const littleSpace = 500_000_000

/** Whole megabytes to tell a person: what is needed rounded up, what is free rounded down. */
export const inMegabytes = (needed: number, free: number) => ({
  needed: Math.ceil(needed / 1_000_000),
  free: Math.floor(free / 1_000_000),
})
