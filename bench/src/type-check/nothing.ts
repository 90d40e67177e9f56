export const found: readonly (string | undefined)[] = [];
