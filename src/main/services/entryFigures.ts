import type { Response } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import { runningTime } from '../../core/dosing/infusionRate.ts';
import { weightInPounds } from '../../core/dosing/weightEcho.ts';
import type { PlannableCounted } from '../../core/library/library.ts';
import { orderedBreaches, valueBreaches } from '../../core/library/limits.ts';
import { parseEntry } from '../../core/quantity/parseEntry.ts';
import { quantityText } from '../../core/quantity/quantity.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { COUNTED_RULES } from '../../core/session/countedEntry.ts';
import type { EntryValues } from '../../core/session/entryFields.ts';
import { doseRule, FIELD_RULES, orderShapeOf } from '../../core/session/entryRules.ts';
import { parseDuration } from '../../core/session/typedDuration.ts';
import type { OpenRecord } from './openRecord.ts';
import { loadSession } from './sessionSteps.ts';

/** The typed values that mean something by themselves, while they are typed. */
export type CheckedValues = Pick<
  EntryValues,
  | 'weight'
  | 'dose'
  | 'over'
  | 'overDays'
  | 'overHours'
  | 'pumpRate'
  | 'volumeToGive'
  | 'doses'
  | 'gap'
  | 'total'
>;

/** Limits and meaning of the first person's own values; nothing of the plan is looked at. */
export function ownFigures(
  record: OpenRecord,
  id: string,
  typed: CheckedValues,
): Result<Response<'entry:check'>, Failure> {
  const protocol = loadSession(record, id)?.session.authorised?.rules.protocol;
  if (!protocol) return err({ kind: 'notFound', what: 'session' });
  const weight = parseEntry(typed.weight, FIELD_RULES.weight);
  if (protocol.mode === 'countedDoses') return ok(ownCounted(typed, protocol, weight));
  const shape = orderShapeOf(protocol);
  const dose = parseEntry(typed.dose, doseRule(shape.dose));
  const boxes = { min: typed.over, h: typed.overHours ?? '', d: typed.overDays ?? '' };
  const over = parseDuration(boxes, shape.duration);
  const rate = parseEntry(typed.pumpRate, FIELD_RULES.pumpRate);
  const volume = parseEntry(typed.volumeToGive, FIELD_RULES.volumeToGive);
  return ok({
    breaches: [
      ...(weight.ok ? valueBreaches('weight', protocol, weight.value) : []),
      ...(dose.ok ? orderedBreaches(protocol, dose.value) : []),
      ...(over.ok ? valueBreaches('duration', protocol, over.value) : []),
    ],
    runs: rate.ok && volume.ok ? quantityText(runningTime(volume.value, rate.value)) : null,
    pounds: weight.ok ? quantityText(weightInPounds(weight.value)) : null,
  });
}

/** Of counted doses: the limits on the weight and on the person's own total. */
function ownCounted(
  typed: CheckedValues,
  protocol: PlannableCounted,
  weight: ReturnType<typeof parseEntry<'kg'>>,
): Response<'entry:check'> {
  const total = parseEntry(typed.total ?? '', COUNTED_RULES.total);
  return {
    breaches: [
      ...(weight.ok ? valueBreaches('weight', protocol, weight.value) : []),
      ...(total.ok ? valueBreaches('total', protocol, total.value) : []),
    ],
    runs: null,
    pounds: weight.ok ? quantityText(weightInPounds(weight.value)) : null,
  };
}
