/*
 * Bounds that the window says while somebody types and the contract decides by. Without a schema in it, this file can be
 * read by both.
 */

/** Longest note at a chair, in characters: one line of words. */
export const LONGEST_NOTE = 500;

/** Longest reason for printing a label again, in characters: it stands on the label. */
export const LONGEST_REPRINT_REASON = 30;

/** Of the name of a person or a clinic, in characters: a shorter one would not be understood. */
export const NAME_LENGTH = { least: 2, most: 80 } as const;

/** Longest and shortest time without a touch before the desk locks, in minutes. Source: UX 3.1. */
export const LOCK_MINUTES = { least: 1, most: 15 } as const;
