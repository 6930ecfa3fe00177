/** Where both hosts serve a user's photo; the hash makes a new photo a new address. */
export const photoUrl = (userId: string, hash: string, size: 96 | 648) =>
  `/photos/${encodeURIComponent(userId)}?size=${size}&v=${hash.slice(0, 16)}`
