import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { ReconciliationView, SessionView } from '../../../contract/views/session.ts';
import { formatNumberText, formatQuantityText } from '../../../core/quantity/format.ts';
import { formatHourMinute } from '../../components/time.ts';
import { WASTE_PLACE_WORDS } from '../words.ts';

/** The check line under the balance, and everything that qualifies it (UX 4, D1.8). */
export function balanceText(balance: ReconciliationView, { session, print }: SessionSummaryData): string {
  return [
    checkLine(balance),
    `Drawn ${formatQuantityText(balance.drawn)}.`,
    lineText(session),
    unwastedText(balance),
    discrepancyText(balance, print.zone),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** `200 − 36 − 164 = 0 mg unaccounted.` */
function checkLine({ opened, given, wasted, unaccounted, balances, tolerance }: ReconciliationView): string {
  const sum = `${formatNumberText(opened)} − ${formatNumberText(given)} − ${formatNumberText(wasted)}`;
  const within = balances ? '' : ` Beyond the tolerance of ${formatQuantityText(tolerance)}.`;
  return `${sum} = ${formatQuantityText(unaccounted)} unaccounted.${within}`;
}

/** The giving line, where it counts: primed with drug, or not flushed at the end (DESIGN 8). */
function lineText({ recovery }: SessionView): string {
  const reading = recovery?.finalReading;
  if (!reading) return '';
  const primed = reading.linePrimedWith === 'drug' ? 'Line primed with drug. ' : '';
  return `${primed}${reading.lineFlushed ? '' : 'Line not flushed.'}`.trim();
}

function unwastedText({ left }: ReconciliationView): string {
  const places = (['vial', 'syringe', 'line'] as const).filter((place) => !left[place].startsWith('0 '));
  if (places.length === 0) return '';
  const listed = places.map((place) => `${WASTE_PLACE_WORDS[place]} ${formatQuantityText(left[place])}`);
  return `Not wasted: ${listed.join(', ')}.`;
}

function discrepancyText({ discrepancy }: ReconciliationView, zone: string): string {
  if (!discrepancy) return '';
  const { done, text } = discrepancy;
  const witness = done.witness ? `, witness ${done.witness.name}` : '';
  return `Discrepancy recorded ${formatHourMinute(done.happenedAt, zone)} by ${done.by.name}${witness}: ${text}`;
}
