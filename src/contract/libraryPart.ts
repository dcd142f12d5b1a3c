/** Longest part of a library file in one message, in characters: even escaped one by one they fit into it. */
export const LIBRARY_PART = 10_000;
