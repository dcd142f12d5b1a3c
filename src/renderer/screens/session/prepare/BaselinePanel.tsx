import { useRef, useState } from 'react';
import type { SessionView, VitalsRow } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { FailureNote } from '../../../components/FailureNote.tsx';
import { Figure } from '../../../components/Figure.tsx';
import { formatHourMinute } from '../../../components/time.ts';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { canDo } from '../../board/chairCommands.ts';
import { whoWhen } from '../running/sessionWords.ts';
import { useFocusOnOpen } from '../running/useFocusOnOpen.ts';
import { pressureText, restOfVitals } from '../running/vitalsWords.ts';
import { sessionNow } from '../sessionTime.ts';
import styles from './BeforeStart.module.css';
import { BASELINE_RULE_MINUTES, baselineAge } from './baselineAge.ts';
import { DecideSheet } from './checklist/DecideSheet.tsx';

type BaselinePanelProps = { readonly session: SessionView; readonly onRecord: () => void };

/** Vital signs before the start, large, with their age and the rule for it. */
export function BaselinePanel({ session, onRecord }: BaselinePanelProps) {
  const { app, clock } = useApp();
  const { baseline } = session;
  const age = baselineAge(session, sessionNow(session, clock));
  const button = useRef<HTMLButtonElement>(null);
  const isAsked = session.checklist.items.every(({ answer }) => answer !== null);
  useFocusOnOpen(button, baseline === null && isAsked);
  return (
    <section aria-label="Baseline" className={styles['part']}>
      <div className={styles['part-head']}>
        <h2>
          {baseline ? `Baseline ${formatHourMinute(baseline.done.happenedAt, clock.zone)}` : 'Baseline'}
        </h2>
        {age !== null && <span>{`${age} min old, rule ${BASELINE_RULE_MINUTES}`}</span>}
      </div>
      <div className={styles['baseline']}>
        {baseline ? (
          <BaselineValues baseline={baseline} />
        ) : (
          <p className={styles['none']}>Not recorded. Take BP, heart rate and SpO2.</p>
        )}
        {canDo('vitals', session.state, app.user?.roles ?? []) && (
          <Button
            size="act"
            icon="heart"
            shortcut="V"
            variant={baseline ? 'quiet' : 'primary'}
            onPress={onRecord}
            ref={button}
          >
            {baseline ? 'Record vitals again' : 'Record vitals'}
          </Button>
        )}
      </div>
      {baseline && <p className={styles['rest']}>{restOfVitals(baseline)}</p>}
      {baseline && <EntryLimits session={session} />}
    </section>
  );
}

/** Within the protocol's entry limits, or who decides, or who has decided. */
function EntryLimits({ session }: Pick<BaselinePanelProps, 'session'>) {
  const { clock } = useApp();
  const [isDeciding, setDeciding] = useState(false);
  const { entryLimits, isBaselineOutside, baselineDecision } = session.checklist;
  if (!entryLimits) return null;
  if (!isBaselineOutside) return <p className={styles['rest']}>Within the protocol’s entry limits</p>;
  const outside = errorText({ kind: 'baselineOutsideEntryLimits' }, clock.zone);
  if (baselineDecision) {
    const who = whoWhen(
      { by: baselineDecision.prescriber, happenedAt: baselineDecision.done.happenedAt },
      clock.zone,
    );
    return <p className={styles['rest']}>{`${outside} ${who} decided: ${baselineDecision.reason}`}</p>;
  }
  return (
    <>
      <FailureNote>{outside}</FailureNote>
      <Button onPress={() => setDeciding(true)}>Prescriber decides</Button>
      {isDeciding && (
        <DecideSheet session={session} subject="baseline" text={outside} onClose={() => setDeciding(false)} />
      )}
    </>
  );
}

function BaselineValues({ baseline }: { readonly baseline: VitalsRow }) {
  const { heartRate, spo2, oxygen } = baseline;
  return (
    <dl className={styles['vitals']}>
      <Reading name="BP, mmHg" value={pressureText(baseline)} />
      <Reading name="HR, beats/min" value={heartRate} />
      <Reading name={oxygen === null ? 'SpO2' : `SpO2, ${oxygen}`} value={spo2} after="%" />
    </dl>
  );
}

type ReadingProps = {
  readonly name: string;
  readonly value: string | number | null;
  readonly after?: string;
};

function Reading({ name, value, after }: ReadingProps) {
  return (
    <div>
      <dd>
        {value === null ? (
          'Not recorded'
        ) : (
          <Figure size={40} {...(after === undefined ? {} : { after })}>
            {`${value}`}
          </Figure>
        )}
      </dd>
      <dt>{name}</dt>
    </div>
  );
}
