/** `KT-2025-000412 v1 7F3K-9QXM-2C4T-W8RA-J5`: record number, version and code, as the square on the page has them. */
const ON_PAGE = /^\s*(\S+)\s+v\d+\s+(\S+)\s*$/i;

/** What a scanner typed from the square of a page; undefined for whatever a person types. */
export function scannedPrintout(
  typed: string,
): { readonly number: string; readonly code: string } | undefined {
  const [, number, code] = ON_PAGE.exec(typed) ?? [];
  return number === undefined || code === undefined ? undefined : { number, code };
}
