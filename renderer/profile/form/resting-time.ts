/** How long a value rests before the directory is asked about it, in milliseconds. */
export const restingTime = 200
