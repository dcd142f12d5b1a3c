import { useRef, useState } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { InfusionView, SessionView } from '../../../../contract/views/session.ts';
import { FIELD_RULES, pumpRateRule } from '../../../../core/session/entryRules.ts';
import type { PauseReason } from '../../../../core/session/events.ts';
import { PAUSE_REASON_WORDS } from '../../../../core/session/words.ts';
import { Button } from '../../../components/Button.tsx';
import { NumberField } from '../../../components/NumberField.tsx';
import { formatTime } from '../../../components/time.ts';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { ageOf } from '../../board/boardWords.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { PauseReasons } from '../running/PauseReasons.tsx';
import { SaveButton } from '../running/SaveButton.tsx';
import { SecondPerson, type SecondPersonState, useSecondPerson } from '../running/SecondPerson.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import styles from '../running/sheetBody.module.css';
import type { SheetProps } from '../running/sheetProps.ts';
import { type TypedNumber, useTypedNumber } from '../running/typedNumber.ts';
import { useFocusOnOpen } from '../running/useFocusOnOpen.ts';
import { vitalsText } from '../running/vitalsWords.ts';
import { sessionNow } from '../sessionTime.ts';

type Paused = NonNullable<InfusionView['paused']>;

/** T12: cause, vital signs, the rate as the pump shows it, and a prescriber where one must decide. */
export function ResumeSheet(props: SheetProps) {
  const paused = props.session.infusion?.paused ?? props.session.counted?.paused;
  return paused ? <OpenResumeSheet {...props} paused={paused} /> : null;
}

function OpenResumeSheet({ session, onClose, onCommand, paused }: SheetProps & { readonly paused: Paused }) {
  const { app, clock } = useApp();
  const resume = useResume(session, paused, onClose);
  const saveButton = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useFocusOnOpen(body);
  const goOn = (): void => focusAfterKey(saveButton);
  return (
    <CareSheet
      session={session}
      title="Resume"
      onClose={onClose}
      typed={resume.rate.value !== ''}
      head={`Paused ${ageOf(paused.began.at, sessionNow(session, clock))}, since ${formatTime(paused.began.happenedAt, clock.zone)}`}
      failure={resume.failure}
      save={
        <SaveButton
          icon="run"
          iconSolid
          ref={saveButton}
          onSave={resume.save}
          missing={roleMissing(app, ['nurse']) ?? resumeMissing(resume, paused)}
        >
          {`Resume ${chairAndPatient(session)}`}
        </SaveButton>
      }
    >
      <div className={styles['body']} ref={body}>
        <Cause paused={paused} reason={resume.reason} onReason={resume.setReason} />
        <VitalsSince session={session} paused={paused} onRecord={() => onCommand('vitals')} />
        {!session.counted && (
          <div className={styles['pair']}>
            <NumberField {...resume.rate.field} label="Pump shows" hint="read the pump" onNext={goOn} />
          </div>
        )}
        {resume.asksPrescriber && <Prescriber resume={resume} onEnter={goOn} />}
      </div>
    </CareSheet>
  );
}

type Resume = {
  readonly reason: PauseReason | null;
  readonly setReason: (reason: PauseReason) => void;
  readonly rate: TypedNumber;
  /** Counted doses have no pump to read. */
  readonly isPumpRead: boolean;
  readonly prescriber: SecondPersonState;
  readonly asksPrescriber: boolean;
  readonly failure: Failure | null;
  /** The cause first, when it was not given yet; then the resume. */
  readonly save: () => Promise<void>;
};

function useResume(session: SessionView, paused: Paused, onSaved: () => void): Resume {
  const { app } = useApp();
  const pump = useStep('infusion:resume');
  const doses = useStep('doses:resume');
  const cause = useStep('infusion:givePauseReason');
  const [reason, setReason] = useState<PauseReason | null>(null);
  const rate = useTypedNumber(
    session.plan ? pumpRateRule(session.plan.pump) : FIELD_RULES.pumpRate,
    pump.clear,
  );
  const prescriber = useSecondPerson();
  const asksPrescriber = paused.prescriberNeeded && !app.user?.roles.includes('prescriber');
  const save = async (): Promise<void> => {
    const { id } = session;
    if (paused.reason === null && reason && !(await cause.send({ session: id, reason }))) return;
    const proof = asksPrescriber ? prescriber.proof : null;
    const resumed = session.counted
      ? await doses.send({ session: id, prescriber: proof })
      : await pump.send({ session: id, readBack: rate.value, prescriber: proof });
    if (resumed) onSaved();
  };
  const failure = cause.failure ?? pump.failure ?? doses.failure;
  const isPumpRead = session.counted !== null || rate.entered;
  return { isPumpRead, reason, setReason, rate, prescriber, asksPrescriber, failure, save };
}

function resumeMissing({ reason, isPumpRead, asksPrescriber, prescriber }: Resume, paused: Paused) {
  return firstMissing(
    [paused.reason === null && reason === null, errorText({ kind: 'pauseReasonMissing' }, '')],
    [!isPumpRead, 'Start the pump, then type the rate it shows.'],
    [asksPrescriber && prescriber.proof === null, 'The prescriber is not named and proved yet.'],
  );
}

type CauseProps = {
  readonly paused: Paused;
  readonly reason: PauseReason | null;
  readonly onReason: (reason: PauseReason) => void;
};

function Cause({ paused, reason, onReason }: CauseProps) {
  if (paused.reason === null) {
    return <PauseReasons label="Why was it paused?" chosen={reason} onChoose={onReason} />;
  }
  return <p className={styles['line']}>{`Paused for: ${PAUSE_REASON_WORDS[paused.reason]}`}</p>;
}

type VitalsSinceProps = {
  readonly session: SessionView;
  readonly paused: Paused;
  readonly onRecord: () => void;
};

/** Whether a full round was taken since the pause. Whether it is needed is the service's to say. */
function VitalsSince({ session, paused, onRecord }: VitalsSinceProps) {
  const { clock } = useApp();
  const last = session.vitals.findLast(({ done }) => done.at >= paused.began.at);
  const taken = last
    ? `Vitals since the pause: ${vitalsText(last)} (${formatTime(last.done.happenedAt, clock.zone)})`
    : '';
  return (
    <div className={styles['line']}>
      <span>{paused.vitalsNeeded ? errorText({ kind: 'vitalsSincePauseMissing' }, '') : taken}</span>
      <Button icon="heart" onPress={onRecord}>
        Record vitals
      </Button>
    </div>
  );
}

function Prescriber({ resume, onEnter }: { readonly resume: Resume; readonly onEnter: () => void }) {
  const { app } = useApp();
  return (
    <div className={styles['asked']}>
      <p>{errorText({ kind: 'resumeNeedsPrescriber' }, '')}</p>
      <SecondPerson
        label="Prescriber"
        state={resume.prescriber}
        roles={['prescriber']}
        except={[app.user?.id]}
        failure={resume.failure}
        onEnter={onEnter}
      />
    </div>
  );
}
