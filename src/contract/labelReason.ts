/** Longest reason for printing a label again, in characters: it stands on the label. */
export const LONGEST_REPRINT_REASON = 30;
