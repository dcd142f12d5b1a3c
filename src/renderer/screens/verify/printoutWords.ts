import type { MatchedPage } from '../../../contract/views/printouts.ts';
import { formatDateTime } from '../../components/time.ts';

/** What the code says of a page, and what whoever holds it does next. */
export type PrintoutAnswer = { readonly says: string; readonly next: string };

const COMPARE = 'Compare the patient and each number with the record.';

/** Source: UX 3.18. `page` null: the code is of no page of this record. */
export function printoutAnswer(page: MatchedPage | null, zone: string): PrintoutAnswer {
  if (page === null)
    return {
      says: 'Does not match any version',
      next: 'Do not rely on this page. Look at the record itself, and ask who printed it.',
    };
  switch (page.kind) {
    case 'signed':
      return {
        says: `Matches version ${page.version}, signed ${formatDateTime(page.closedAt, zone)}`,
        next: 'The record has not changed since.',
      };
    case 'cancelled':
      return {
        says: `Matches the record of the session, cancelled ${formatDateTime(page.cancelledAt, zone)}`,
        next: 'Nothing was given. The record has not changed since.',
      };
    case 'unsigned':
      return {
        says: 'Matches the record as it stands, which is not signed',
        next: `It can still change. ${COMPARE}`,
      };
    case 'olderDraft':
      return {
        says: `Matches a draft ${printedText(page, zone)}`,
        next: 'The record has more in it now: this page is out of date. Print it again.',
      };
    case 'orderSheet':
      return { says: `Matches the order sheet ${printedText(page, zone)}`, next: COMPARE };
  }
}

/** `printed 14-Nov-2025 15:10 by R. Lim, copy 1` */
function printedText(
  { printedAt, printedBy, copy }: Extract<MatchedPage, { kind: 'olderDraft' | 'orderSheet' }>,
  zone: string,
): string {
  return `printed ${formatDateTime(printedAt, zone)} by ${printedBy.name}, copy ${copy}`;
}
