import { useRef, useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import type { EffectKind } from '../../../../core/session/events.ts';
import { DueChip } from '../../../components/DueChip.tsx';
import { FailureNote } from '../../../components/FailureNote.tsx';
import { Scale } from '../../../components/Scale.tsx';
import { formatHourMinute } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { CareSheet } from '../running/CareSheet.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { dueAfterSaving, nextVitals } from '../running/nextVitals.ts';
import { previousText } from '../running/padPrevious.ts';
import type { Question } from '../running/padQuestions.ts';
import { isBegun, type Pad, type PadField } from '../running/padValues.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient } from '../running/sessionWords.ts';
import type { SheetProps } from '../running/sheetProps.ts';
import { usePadTabOrder } from '../running/usePadTabOrder.ts';
import { useRecordPad } from '../running/useRecordPad.ts';
import { sessionNow } from '../sessionTime.ts';
import styles from './RecordPad.module.css';
import { RecordPadEffects, RecordPadOpenEffects } from './RecordPadEffects.tsx';
import { RecordPadSerious } from './RecordPadSerious.tsx';
import { type PadFields, RecordPadVitals } from './RecordPadVitals.tsx';

type RecordPadProps = SheetProps & { readonly startsWith: 'vitals' | 'effect' };

/** P11: vital signs and effects of one chair, seen together and saved together. Source: UX 3.12. */
export function RecordPad(props: RecordPadProps) {
  const { session, onClose, onCommand } = props;
  const [serious, setSerious] = useState<readonly EffectKind[]>([]);
  const onSaved = (effects: readonly EffectKind[]): void => {
    if (effects.length > 0 && session.state === 'RUNNING') setSerious(effects);
    else onClose();
  };
  if (serious.length === 0) return <OpenPad {...props} onSaved={onSaved} />;
  return (
    <RecordPadSerious
      session={session}
      effects={serious}
      onClose={onClose}
      onPause={() => onCommand('pause')}
    />
  );
}

type OpenPadProps = RecordPadProps & { readonly onSaved: (serious: readonly EffectKind[]) => void };

function OpenPad({ session, onClose, startsWith, onSaved }: OpenPadProps) {
  const fields: PadFields = useRef({});
  const onRefused = (field: PadField): void => fields.current[field]?.focus();
  const { pad, setPad, save, ...record } = useRecordPad(session, { onRefused, onSaved });
  const places = usePlaces();
  const shared = { session, pad, onPad: setPad };
  const chip = useOverdueChip(session);
  return (
    <CareSheet
      session={session}
      title="Record"
      onClose={onClose}
      typed={isBegun(pad)}
      chip={chip}
      head={<PadHead session={session} />}
      note={<AskAgain questions={record.questions} />}
      failure={record.failure}
      say="Tab moves BP, heart rate, SpO2. Enter saves."
      closeButton={places.close}
      save={
        <SaveButton iconAfter="enter" ref={places.save} onSave={save}>
          {`Save for ${chairAndPatient(session)}`}
        </SaveButton>
      }
    >
      <RecordPadVitals
        {...shared}
        judged={record.judged}
        fields={fields}
        places={places}
        focusFirst={startsWith === 'vitals'}
        onSave={() => void save()}
        onLast={() => focusAfterKey(places.save)}
      />
      <PainRow {...shared} />
      <RecordPadEffects {...shared} focusFirst={startsWith === 'effect'} />
    </CareSheet>
  );
}

type PainRowProps = {
  readonly session: SessionView;
  readonly pad: Pad;
  readonly onPad: (pad: Pad) => void;
};

function PainRow(props: PainRowProps) {
  const { clock } = useApp();
  const { session, pad, onPad } = props;
  return (
    <div className={styles['pain']}>
      <Scale label="Pain" labelPlace="left" chosen={pad.pain} onChoose={(pain) => onPad({ ...pad, pain })} />
      <span className={styles['previous']}>{previousText(session, 'pain', clock.zone)}</span>
      <RecordPadOpenEffects {...props} />
    </div>
  );
}

function usePlaces() {
  const places = {
    first: useRef<HTMLFieldSetElement>(null),
    spo2: useRef<HTMLDivElement>(null),
    oxygen: useRef<HTMLDivElement>(null),
    close: useRef<HTMLButtonElement>(null),
    save: useRef<HTMLButtonElement>(null),
  };
  usePadTabOrder(places);
  return places;
}

/** In place of the state where the round that is recorded now is late. Source: mockup 09. */
function useOverdueChip(session: SessionView) {
  const { clock } = useApp();
  const next = nextVitals(session, sessionNow(session, clock));
  return next?.level === 'overdue' ? <DueChip level="overdue">{next.text}</DueChip> : undefined;
}

/** `at now 10:26`, and when the next round is due once this one is saved. */
function PadHead({ session }: Pick<SheetProps, 'session'>) {
  const { clock } = useApp();
  const next = dueAfterSaving(session, clock.now);
  return (
    <>
      <span className={styles['now']}>{`at now ${formatHourMinute(clock.now, clock.zone)}`}</span>
      {next !== null && (
        <span className={styles['next']}>
          {`Next due after saving ${formatHourMinute(next, clock.zone)}`}
        </span>
      )}
    </>
  );
}

/** Values beyond the usual are asked about once and recorded all the same. Source: UX 3.12. */
export function AskAgain({ questions }: { readonly questions: readonly Question[] }) {
  if (questions.length === 0) return null;
  return (
    <FailureNote>
      {`${questions.map(({ text }) => text).join('. ')}. Is that right? Save again if it is.`}
    </FailureNote>
  );
}
