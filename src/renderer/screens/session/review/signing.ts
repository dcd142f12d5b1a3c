import type { Failure } from '../../../../contract/failures.ts';
import type { AppView } from '../../../../contract/views/app.ts';
import type { ReconciliationView, SessionView } from '../../../../contract/views/session.ts';
import { plus, quantityText, wholeQuantity } from '../../../../core/quantity/quantity.ts';
import { readAmount, type ShownAmount } from '../../../../core/quantity/shownAmount.ts';
import { formatDateTime, formatHourMinute, formatWhen } from '../../../components/time.ts';
import { personName } from '../../../documents/words.ts';

export type Turn = 'nurse' | 'prescriber';

/** Whose turn it is to sign, those who may; none once the record is closed. */
export function turnsToSign({ state, signatures }: SessionView): readonly Turn[] {
  if (state !== 'DISCHARGED') return [];
  if (signatures.nurse) return ['prescriber'];
  return signatures.asked === 'either' ? ['nurse', 'prescriber'] : ['nurse'];
}

/** Before the first signature the record can still be added to. */
export function isUnsigned(session: SessionView): boolean {
  return turnsToSign(session).includes('nurse');
}

/** The refusal a signature would get now; null when nothing lacks. The service decides once more. Source: UX 2.3 T18. */
export function signingRefusal(session: SessionView): Failure | null {
  const { recovery, reconciliation, drugName } = session;
  if (recovery?.how === 'stopped' && recovery.stopReason === null) return { kind: 'stopReasonMissing' };
  if (!recovery?.finalReading && !session.counted) return { kind: 'pumpNotReadYet' };
  if (!reconciliation || reconciliation.balances || reconciliation.discrepancy) return null;
  return notAccountedFor(reconciliation, drugName);
}

/** The amounts the sentence names, added up from the wastes the answer lists. */
function notAccountedFor(balance: ReconciliationView, drug: string): Failure {
  const { unaccounted, drawn, given, left, wastes } = balance;
  const sum = (fromVial: boolean) =>
    wastes
      .filter(({ from }) => (from === 'vial') === fromVial)
      .map(({ amount }) => readAmount(amount))
      .reduce(plus<ShownAmount>, wholeQuantity(0n, balance.amount));
  return {
    kind: 'notAccountedFor',
    unaccounted,
    drug,
    drawn,
    given,
    wasted: quantityText(sum(false)),
    leftInVial: quantityText(plus(readAmount(left.vial), sum(true))),
    wastedFromVial: quantityText(sum(true)),
  };
}

/** `SIGNED v1 15:02 R. Lim RN;` and `countersigned 15:20 Dr S. Patel`, as far as it has come. Source: UX 3.14. */
export function signedParts({ signatures }: SessionView, now: number, zone: string): readonly string[] {
  const { nurse, prescriber } = signatures;
  const first = nurse ?? prescriber;
  if (!first) return [];
  const signed = `SIGNED v1 ${timeSeenFrom(first.done.happenedAt, now, zone)} ${personName(first.done.by)}`;
  if (!nurse || !prescriber) return [signed];
  const second = timeSeenFrom(prescriber.done.happenedAt, nurse.done.happenedAt, zone);
  return [`${signed};`, `countersigned ${second} ${personName(prescriber.done.by)}`];
}

/** The time alone on the same day, with the date on any other. */
export function timeSeenFrom(moment: number, now: number, zone: string): string {
  const isToday = formatWhen(moment, now, zone).startsWith('today');
  return isToday ? formatHourMinute(moment, zone) : formatDateTime(moment, zone);
}

/** Who can take the turn, by name. */
export function signers({ staff }: AppView, turns: readonly Turn[], except: string | null): string {
  const names = staff
    .filter(({ id, roles }) => turns.some((turn) => roles.includes(turn)) && id !== except)
    .map(({ name }) => name);
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
