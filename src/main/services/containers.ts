import type { Request } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { pumpedOf } from '../../core/session/countedSession.ts';
import { changeContainer, discardNext } from '../../core/session/decisions/changeContainer.ts';
import { FIELD_RULES, pumpRateRule } from '../../core/session/entryRules.ts';
import { labelElsewhere } from './labelElsewhere.ts';
import type { OpenRecord } from './openRecord.ts';
import { type LoadedSession, loadSession, type Step, takeStep } from './sessionSteps.ts';
import { typedQuantity } from './typedValues.ts';

type Outcome = Result<LoadedSession, Failure>;
type Change = Omit<Request<'container:change'>, 'requestId' | 'session' | 'checker'>;

/** T14: at the moment the pump stopped. */
export function containerChanged(record: OpenRecord, step: Step, change: Change): Outcome {
  const { label, stoppedAt, restartedAt, leftReason, lateReason } = change;
  const session = loadSession(record, step.session)?.session;
  const pump = session && pumpedOf(session)?.authorised.rules.pump;
  const volumeLeft = typedQuantity('volumeLeft', change.volumeLeft, FIELD_RULES.volumeLeft);
  if (!volumeLeft.ok) return volumeLeft;
  const rule = pump ? pumpRateRule(pump) : FIELD_RULES.pumpRate;
  const readBack = change.readBack === null ? ok(null) : typedQuantity('readBack', change.readBack, rule);
  if (!readBack.ok) return readBack;
  if (!session) return err({ kind: 'notFound', what: 'session' });
  const command = {
    label,
    elsewhere: labelElsewhere(record, session, label),
    restartedAt,
    volumeLeft: volumeLeft.value,
    leftReason,
    readBack: readBack.value,
    lateReason: lateReason ?? null,
  };
  const timed = { ...step, happenedAt: stoppedAt, isSaid: true };
  return takeStep(record, timed, (current, deciding) => changeContainer(current, command, deciding));
}

/** What was made up for a change and will not be connected. */
export function nextDiscarded(record: OpenRecord, step: Step, reason: string): Outcome {
  return takeStep(record, step, (session, deciding) => discardNext(session, reason, deciding));
}
