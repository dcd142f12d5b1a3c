import { useRef, useState } from 'react';
import type { ClockTick } from '../../../../contract/views/app.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { formatMinutes } from '../../../../core/quantity/formatDuration.ts';
import { readQuantity } from '../../../../core/quantity/quantity.ts';
import { multiply, rational } from '../../../../core/quantity/rational.ts';
import { roundToDecimals } from '../../../../core/quantity/round.ts';
import { type CheckStanding, checkStanding } from '../../../../core/session/checklist.ts';
import { Button } from '../../../components/Button.tsx';
import { formatHourMinute } from '../../../components/time.ts';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useKeys } from '../../../hooks/useKeys.ts';
import { useStep } from '../../../hooks/useStep.ts';
import { ratesInWords } from '../../plan/planWords.ts';
import { FailureLine } from '../running/FailureLine.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import { sessionNow } from '../sessionTime.ts';
import styles from './BeforeStart.module.css';
import { baselineMissing } from './baselineAge.ts';
import { IdentityFields, type IdentityTyped, NO_IDENTITY } from './IdentityFields.tsx';
import { useStartCount } from './useStartCount.ts';

type StartPanelProps = {
  readonly session: SessionView;
  /** The pump as it is programmed now was read back and agrees. */
  readonly isReadBack: boolean;
};

/** The start: one button that names chair and patient, and a count that lets the pump be started with it. */
export function StartPanel({ session, isReadBack }: StartPanelProps) {
  const { app, clock } = useApp();
  const step = useStep('infusion:start');
  const [identity, setIdentity] = useState(NO_IDENTITY);
  const before = startMissing(session, isReadBack, clock) ?? roleMissing(app, ['nurse']);
  const missing = before ?? identityMissing(identity);
  const { left, begin, stop } = useStartCount(
    () => step.send({ session: session.id, ...identity }),
    missing === undefined,
  );
  const button = useRef<HTMLButtonElement>(null);
  useKeys({ escape: left === null ? undefined : stop });
  return (
    <section aria-label="Start" className={styles['start']}>
      {before === undefined && (
        <IdentityFields
          identity={identity}
          onNext={() => focusAfterKey(button)}
          onIdentity={(typed) => {
            setIdentity(typed);
            step.clear();
          }}
        />
      )}
      <p className={styles['sentence']}>
        <strong>{startSentence(session, clock)}</strong>
        <span>Press the pump’s start on “now”. A 3 s count lets you match it.</span>
      </p>
      <FailureLine failure={step.failure} />
      <p role="status" className={left === null ? 'visually-hidden' : styles['count']}>
        {countText(left)}
      </p>
      {left === null ? (
        <SaveButton icon="run" iconSolid wide ref={button} missing={missing} onSave={begin}>
          {`Start ${chairAndPatient(session)}`}
        </SaveButton>
      ) : (
        <Button size="act" wide autoFocus shortcut="Esc" onPress={stop}>
          {`Do not start ${chairAndPatient(session)}`}
        </Button>
      )}
    </section>
  );
}

/** `Starting in 3 … press Esc`, then `now`. */
export function countText(left: number | null): string {
  if (left === null) return '';
  return left === 0 ? 'now' : `Starting in ${left} … press Esc`;
}

/** What is missing before the start can be pressed, in the words of the refusals where there is one. */
export function startMissing(
  session: SessionView,
  isReadBack: boolean,
  clock: ClockTick,
): string | undefined {
  return (
    checklistMissing(session, clock.now) ??
    baselineMissing(session, sessionNow(session, clock)) ??
    baselineOutside(session) ??
    firstMissing([!isReadBack, 'The pump is not read back yet. Another person reads it.']) ??
    expired(session, clock)
  );
}

/** What is not asked, or waits for a prescriber, in the words of the refusals. */
function checklistMissing({ checklist }: SessionView, now: number): string | undefined {
  const texts = (standing: CheckStanding): string[] =>
    checklist.items
      .filter(
        ({ item, answer, decision }) => checkStanding(item, answer && { answer, decision }, now) === standing,
      )
      .map(({ item }) => item.text);
  const notAsked = texts('notAsked');
  // The whole list stands beside it: the number is enough.
  if (notAsked.length > 2) return `${notAsked.length} items of the checklist are not asked yet.`;
  if (notAsked.length > 0) return errorText({ kind: 'checksNotAsked', items: notAsked }, '');
  const open = texts('needsPrescriber');
  return open.length > 0 ? errorText({ kind: 'checksNeedPrescriber', items: open }, '') : undefined;
}

function baselineOutside({ checklist }: SessionView): string | undefined {
  if (!checklist.isBaselineOutside || checklist.baselineDecision) return undefined;
  return errorText({ kind: 'baselineOutsideEntryLimits' }, '');
}

/** What of the two identifiers is not said or typed. */
export function identityMissing({ nameSaid, identifier }: IdentityTyped): string | undefined {
  return firstMissing(
    [!nameSaid, errorText({ kind: 'nameNotSaid' }, '')],
    [identifier.trim() === '', 'Type the date of birth the patient says.'],
  );
}

function expired({ preparation }: SessionView, { now, zone }: ClockTick): string | undefined {
  const witnessed = preparation?.witnessed;
  if (!witnessed || now <= witnessed.useBy) return undefined;
  const { label, useBy } = witnessed;
  return errorText({ kind: 'preparationExpired', label, expiredAt: useBy }, zone);
}

const MILLISECONDS_PER_MINUTE = rational(60_000n);

/** `54 mL/h for 40 min. Ends 10:40.` if it were started now. */
function startSentence({ plan }: SessionView, { now, zone }: ClockTick): string {
  if (!plan) return '';
  const { staged } = plan.sum;
  const duration = readQuantity(staged?.duration ?? plan.sum.achievedDuration, 'min');
  const lasts = Number(roundToDecimals(multiply(duration.value, MILLISECONDS_PER_MINUTE), 0).numerator);
  const ends = formatHourMinute(now + lasts, zone);
  if (staged) return `${ratesInWords(plan.sum)}. Ends ${ends}.`;
  return `${formatQuantityText(plan.sum.rate)} for ${formatMinutes(duration)}. Ends ${ends}.`;
}
