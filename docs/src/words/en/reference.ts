/** The English strings of this part; they say which strings there are. */
export const reference = {
} as const;
