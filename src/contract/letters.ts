/** Letters a list of names can be jumped to. Names are compared without accents; those of other scripts come after Z. */
export const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'] as const;
