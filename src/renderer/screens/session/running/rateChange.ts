import { useState } from 'react';
import type { Response } from '../../../../contract/channels.ts';
import type { Failure } from '../../../../contract/failures.ts';
import type { InfusionView, PlanView, SessionView } from '../../../../contract/views/session.ts';
import { pumpRateRule } from '../../../../core/session/entryRules.ts';
import type { RateReason } from '../../../../core/session/events.ts';
import { errorText } from '../../../errorText.ts';
import { useRead } from '../../../hooks/queries.ts';
import { type Step, useStep } from '../../../hooks/useStep.ts';
import { type SecondPersonState, useSecondPerson } from './SecondPerson.tsx';
import { firstMissing } from './sessionWords.ts';
import { type TypedNumber, useTypedNumber } from './typedNumber.ts';

/** What a rate would mean, as the main process says. */
export type Considered = Response<'infusion:considerRate'>;

export type RunningInfusion = {
  readonly session: SessionView;
  readonly infusion: InfusionView;
  readonly plan: PlanView;
};

export type TypedReason = { readonly reason: RateReason | null; readonly note: string };

export type RateChange = {
  readonly step: Step<'infusion:changeRate'>;
  readonly rate: TypedNumber;
  readonly readBack: TypedNumber;
  readonly why: TypedReason;
  readonly setWhy: (why: TypedReason) => void;
  readonly reader: SecondPersonState;
  readonly prescriber: SecondPersonState;
  /** Undefined until a rate was entered and its meaning is known. */
  readonly considered: Considered | undefined;
  readonly consideredFailure: Failure | null;
  /** Something is typed that closing would drop. */
  readonly typed: boolean;
};

/** Everything that is typed for a change of the rate, and what the rate would mean. */
export function useRateChange({ session, plan }: RunningInfusion): RateChange {
  const step = useStep('infusion:changeRate');
  const rule = pumpRateRule(plan.pump);
  const rate = useTypedNumber(rule, step.clear);
  const readBack = useTypedNumber(rule, step.clear);
  const [why, setWhy] = useState<TypedReason>({ reason: null, note: '' });
  const reader = useSecondPerson();
  const prescriber = useSecondPerson();
  const asked = useRead(
    'infusion:considerRate',
    { session: session.id, rate: rate.value },
    { enabled: rate.entered },
  );
  return {
    step,
    rate,
    readBack,
    why,
    setWhy,
    reader,
    prescriber,
    considered: rate.entered ? asked.data : undefined,
    consideredFailure: rate.entered ? asked.failure : null,
    typed: rate.value !== '' || readBack.value !== '' || why.note !== '',
  };
}

/** Records it. True when it was recorded. */
export async function saveRate({ step, considered, why, ...typed }: RateChange, session: string) {
  if (!considered || why.reason === null) return false;
  const saved = await step.send({
    session,
    rate: typed.rate.value,
    readBack: typed.readBack.value,
    reason: why.reason,
    note: why.reason === 'other' ? why.note.trim() : null,
    reader: considered.isRise ? typed.reader.proof : null,
    prescriber: considered.prescriberNeeded ? typed.prescriber.proof : null,
  });
  return saved !== null;
}

/** What is still missing, in the order of the sheet. */
export function rateMissing(change: RateChange, { plan }: Pick<RunningInfusion, 'plan'>): string | undefined {
  const { considered, why, reader, prescriber } = change;
  return firstMissing(
    [!change.rate.entered, 'Choose a step, or type the new rate.'],
    [considered === undefined, 'This rate cannot be set.'],
    [considered?.prescriberNeeded === true && prescriber.proof === null, orderNeeded(considered, plan)],
    [why.reason === null, 'Choose the reason.'],
    [why.reason === 'other' && why.note.trim() === '', errorText({ kind: 'textMissing', field: 'note' }, '')],
    [!change.readBack.entered, 'Set the pump, then type what it shows.'],
    [
      considered?.isRise === true && reader.proof === null,
      'A rise is read by another person. Name the reader.',
    ],
  );
}

/** `72 mL/h is 1 mg/kg/h. The plan allows nurses 0.375 to 0.75 mg/kg/h. A prescriber must order this.` */
function orderNeeded(considered: Considered | undefined, { nurseRange }: PlanView): string {
  if (!considered) return '';
  const { rate, doseRate } = considered;
  const { lowestDose: lowest, highestDose: highest } = nurseRange;
  return errorText({ kind: 'rateNeedsPrescriber', rate, doseRate, lowest, highest }, '');
}
