import type { RecoveryView, SessionView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { EFFECT_WORDS } from '../../../../core/session/words.ts';
import { formatHourMinute } from '../../../components/time.ts';
import { WORKED_OUT } from '../recovery/dischargeNeeds.ts';
import { apartText } from '../recovery/recoveryWords.ts';

/** What a line that is not finished opens. */
export type FinishSheetName = 'readPump' | 'stopReason' | 'waste';

export type FinishLine = {
  readonly id: string;
  readonly label: string;
  /** Muted, after the label. */
  readonly detail: string;
  readonly value: string;
  /** Null when the line is finished. */
  readonly opens: FinishSheetName | null;
};

/** Everything a signature asks about, what is missing first. Source: UX 3.14, UX 2.3 T18. */
export function finishLines(session: SessionView, zone: string): readonly FinishLine[] {
  const { recovery } = session;
  if (!recovery) return [];
  const lines = [
    ...stopLine(recovery),
    ...(session.counted ? [] : [pumpLine(recovery)]),
    ...balanceLine(session),
    effectsLine(recovery),
    overridesLine(session),
    lateLine(session, zone),
    ...criteriaLine(recovery, zone),
  ];
  return [...lines.filter(({ opens }) => opens !== null), ...lines.filter(({ opens }) => opens === null)];
}

function stopLine({ how, stopReason }: RecoveryView): readonly FinishLine[] {
  if (how !== 'stopped') return [];
  const line = { id: 'stop', label: 'Reason for the stop' };
  return stopReason === null
    ? [{ ...line, detail: '', value: '', opens: 'stopReason' }]
    : [{ ...line, detail: stopReason, value: '', opens: null }];
}

function pumpLine({ finalReading }: RecoveryView): FinishLine {
  const line = { id: 'pump', label: 'Pump volume' };
  if (!finalReading) return { ...line, detail: '', value: 'not read', opens: 'readPump' };
  const { pumpVolume, calculatedVolume, differenceReason } = finalReading;
  const reason = differenceReason === null ? '' : `: ${differenceReason}`;
  return {
    ...line,
    label: 'Pump volume difference',
    detail: `${formatQuantityText(pumpVolume)}, record ${formatQuantityText(calculatedVolume)}${reason}`,
    value: apartText(finalReading).replace(' apart', '') || 'none',
    opens: null,
  };
}

function balanceLine({ reconciliation, recovery, counted }: SessionView): readonly FinishLine[] {
  if (!reconciliation) return [];
  const { unaccounted, balances, discrepancy } = reconciliation;
  const isOpen = !balances && discrepancy === null;
  return [
    {
      id: 'balance',
      label: 'Not accounted for',
      detail: discrepancy ? 'discrepancy recorded' : '',
      value: formatQuantityText(unaccounted),
      // Before the pump is read nothing counts as given, and the line above says so.
      opens: isOpen && (counted ?? recovery?.finalReading) ? 'waste' : null,
    },
  ];
}

function effectsLine({ discharged }: RecoveryView): FinishLine {
  const names = (discharged?.handedOver ?? []).map((effect) => EFFECT_WORDS[effect]);
  const detail = names.length === 0 ? '' : `handed over: ${names.join(', ')}`;
  return { id: 'effects', label: 'Open effects', detail, value: `${names.length}`, opens: null };
}

/** No override is ever stored without its reason, so they are counted and not chased. */
function overridesLine({ plan, counted, recovery }: SessionView): FinishLine {
  const atDischarge = recovery?.discharged?.override ? 1 : 0;
  const early = counted?.doses.filter((dose) => dose.early !== null).length ?? 0;
  const ordered = (plan ?? counted)?.overrideReasons.length ?? 0;
  const count = ordered + early + atDischarge;
  const detail = count === 0 ? '' : 'each with its reason';
  return { id: 'overrides', label: 'Overrides', detail, value: `${count}`, opens: null };
}

function lateLine({ timeline }: SessionView, zone: string): FinishLine {
  const late = timeline.filter(({ clinical, done }) => clinical && done.late);
  const times = late.map(({ done }) => formatHourMinute(done.happenedAt, zone));
  return {
    id: 'late',
    label: 'Late entries',
    detail: times.join(', '),
    value: `${late.length}`,
    opens: null,
  };
}

function criteriaLine({ discharged, criteria }: RecoveryView, zone: string): readonly FinishLine[] {
  if (!discharged) return [];
  const all = criteria.length + WORKED_OUT;
  return [
    {
      id: 'criteria',
      label: 'Criteria at discharge',
      detail: formatHourMinute(discharged.done.happenedAt, zone),
      value: `${all - discharged.unmet.length} of ${all}`,
      opens: null,
    },
  ];
}
