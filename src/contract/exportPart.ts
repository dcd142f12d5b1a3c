/** Longest part of an export in one message, in bytes: as base64 it fits into it. */
export const EXPORT_PART = 36_000;
