import type { PlanScreenView } from '../../contract/views/plan.ts';
import { type DrugLibrary, findCounted, findPlannable } from '../../core/library/library.ts';
import { formatNumberText, formatQuantityText } from '../../core/quantity/format.ts';
import { formatElapsed } from '../../core/quantity/formatDuration.ts';
import { compareQuantities, quantityText, readQuantity } from '../../core/quantity/quantity.ts';
import { countedOf, pumpedOf } from '../../core/session/countedSession.ts';
import { dosePerKilogram } from '../../core/session/delivered.ts';
import { orderShapeOf } from '../../core/session/entryRules.ts';
import { PAUSES_FOR_EFFECT, type PlanAuthorised } from '../../core/session/events.ts';
import { dosedWeight } from '../../core/session/nurseRange.ts';
import { peakPressure } from '../../core/session/outcome.ts';
import { givenAmount } from '../../core/session/reconciliation.ts';
import type { Session } from '../../core/session/session.ts';
import {
  EFFECT_WORDS,
  PAUSE_REASON_WORDS,
  RATE_REASON_WORDS,
  severityWord,
} from '../../core/session/words.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { loadSession } from '../services/sessionSteps.ts';
import { shownFor } from './shownAmounts.ts';

type LastSession = PlanScreenView['lastSession'];

/** The patient's last finished session: what was given, what it was like, what was ordered. Source: UX 1, requirement 39. */
export function lastSessionView(
  record: OpenRecord,
  patient: string,
  current: Session | null,
  library: DrugLibrary,
): LastSession {
  const row = record.tables
    .sessionsOfPatient(patient)
    .find(({ id, ended_at }) => ended_at !== null && id !== current?.id);
  const session = row && loadSession(record, row.id)?.session;
  if (!session?.started) return null;
  const given = givenAmount(session);
  const ordered = pumpedOf(session)?.authorised;
  const shown = shownFor(session);
  return {
    startedAt: session.started.happenedAt,
    given: shown(quantityText(given)),
    givenPerKg: shown(quantityText(dosePerKilogram(given, readQuantity(dosedWeight(session), 'kg')))),
    peakPressure: peakPressure(session),
    effects: effectsInWords(session),
    measures: measures(session),
    order: ordered ? orderAgain(ordered, library) : null,
    counted: countedAgain(session, library),
  };
}

/** Each effect once, as bad as it was, the worst first: `distress moderate, nausea mild`. */
function effectsInWords({ effects }: Session): string {
  const felt = effects
    .filter(({ effect }) => effect !== 'none')
    .toSorted((left, right) => right.worst - left.worst);
  const worst = felt.filter(
    ({ effect }, place) => felt.findIndex((each) => each.effect === effect) === place,
  );
  if (worst.length === 0) return 'no effects';
  return worst
    .map(({ effect, worst: severity }) =>
      effect === 'calm' ? EFFECT_WORDS.calm : `${EFFECT_WORDS[effect]} ${severityWord(effect, severity)}`,
    )
    .join(', ');
}

/** Lower rates with the nurse's own words, and pauses for what the patient felt. Whether they helped nobody recorded. */
function measures({ rateChanges, pauses }: Session): readonly string[] {
  const lowered = rateChanges
    .filter(({ from, to }) => compareQuantities(readQuantity(to, 'mL/h'), readQuantity(from, 'mL/h')) < 0)
    .map(({ from, to, reason, note, at }) => ({
      at,
      text: `rate ${formatNumberText(from)} → ${formatQuantityText(to)} for ${note ?? RATE_REASON_WORDS[reason]}`,
    }));
  const paused = pauses.flatMap(({ reason, began, resumed }) => {
    if (reason === null || !PAUSES_FOR_EFFECT.includes(reason)) return [];
    const lasted = resumed ? ` ${formatElapsed(resumed.at - began.at)}` : '';
    return [{ at: began.at, text: `paused${lasted} for ${PAUSE_REASON_WORDS[reason]}` }];
  });
  return [...lowered, ...paused].toSorted((left, right) => left.at - right.at).map(({ text }) => text);
}

/** What was ordered, if this library still has the protocol and orders it in the same units. */
function orderAgain(
  { order, rules }: PlanAuthorised,
  library: DrugLibrary,
): NonNullable<LastSession>['order'] {
  const protocol = findPlannable(library, rules.protocol.id);
  const shape = protocol && orderShapeOf(protocol);
  if (!protocol || unitOf(order.dose) !== shape?.dose || unitOf(order.amount) !== shape.amount) return null;
  // Without its later steps it would be another order.
  if (order.laterSteps) return null;
  const { dose, duration, amount, volume } = order;
  return { protocol: protocol.id, dose, duration, amount, volume };
}

/** Counted doses as they were ordered, if this library still has the protocol. What one dose holds is the library's. */
function countedAgain(session: Session, library: DrugLibrary): NonNullable<LastSession>['counted'] {
  const { authorised } = countedOf(session) ?? {};
  const protocol = authorised && findCounted(library, authorised.rules.protocol.id);
  if (!protocol) return null;
  const { doses, gap } = authorised.order;
  return { protocol: protocol.id, doses, gap };
}

function unitOf(text: string): string {
  return text.slice(text.indexOf(' ') + 1);
}
