import { type RefObject, useRef } from 'react';
import type { SessionView, TimelineRow } from '../../../../contract/views/session.ts';
import { CORRECTION_REASONS } from '../../../../core/session/events.ts';
import { CORRECTION_REASON_WORDS } from '../../../../core/session/words.ts';
import { Scale } from '../../../components/Scale.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { formatHourMinute } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { CareSheet } from '../running/CareSheet.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import type { Pad } from '../running/padValues.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient } from '../running/sessionWords.ts';
import { firstControl } from '../running/useFocusOnOpen.ts';
import { vitalsText } from '../running/vitalsWords.ts';
import pad from '../sheets/RecordPad.module.css';
import { AskAgain } from '../sheets/RecordPad.tsx';
import { RecordPadEffects } from '../sheets/RecordPadEffects.tsx';
import { type PadFields, RecordPadVitals } from '../sheets/RecordPadVitals.tsx';
import styles from './CorrectSheet.module.css';
import { timeRefusal } from './seenTime.ts';
import { type CorrectionReasonTyped, useCorrection } from './useCorrection.ts';

type CorrectSheetProps = {
  readonly session: SessionView;
  /** Vital signs or an effect, as it stands now. */
  readonly row: TimelineRow;
  readonly onClose: () => void;
};

/**
 * Vital signs or an effect put right before the signature. It begins with what was recorded, because most of it
 * stays; what stood there is never lost. Source: UX 3.14, "Correct".
 */
export function CorrectSheet({ session, row, onClose }: CorrectSheetProps) {
  const correction = useCorrection(session, row, onClose);
  const why = useRef<HTMLDivElement>(null);
  return (
    <CareSheet
      session={session}
      title="Correct"
      onClose={onClose}
      typed={correction.isChanged}
      head={<Recorded row={row} />}
      note={<AskAgain questions={correction.questions} />}
      failure={correction.failure}
      say="What was recorded stays readable, struck through."
      save={
        <SaveButton missing={correction.missing} onSave={correction.save}>
          {`Correct for ${chairAndPatient(session)}`}
        </SaveButton>
      }
    >
      {row.vitals ? (
        <VitalsFields session={session} correction={correction} why={why} />
      ) : (
        <EffectField pad={correction.pad} onPad={correction.setPad} />
      )}
      <Why correction={correction} place={why} />
    </CareSheet>
  );
}

/** What stands in the record now, in one line. */
function Recorded({ row }: Pick<CorrectSheetProps, 'row'>) {
  const { clock } = useApp();
  const { done, vitals, text } = row;
  const said = vitals ? vitalsText(vitals) : text;
  return (
    <span className={styles['recorded']}>
      {`Recorded ${formatHourMinute(done.happenedAt, clock.zone)} by ${done.by.name}: ${said}`}
    </span>
  );
}

type Correction = ReturnType<typeof useCorrection>;

type VitalsFieldsProps = {
  readonly session: SessionView;
  readonly correction: Correction;
  readonly why: RefObject<HTMLDivElement | null>;
};

function VitalsFields({ session, correction, why }: VitalsFieldsProps) {
  const fields: PadFields = useRef({});
  const places = {
    first: useRef<HTMLFieldSetElement>(null),
    spo2: useRef<HTMLDivElement>(null),
    oxygen: useRef<HTMLDivElement>(null),
  };
  const goOn = (): void => firstControl(why.current)?.focus();
  return (
    <>
      <RecordPadVitals
        // The round before is no context for what this one should have been.
        session={{ ...session, vitals: [] }}
        pad={correction.pad}
        onPad={correction.setPad}
        judged={correction.judged}
        fields={fields}
        places={places}
        focusFirst
        onSave={goOn}
        onLast={() => focusAfterKey(places.oxygen)}
      />
      <div className={pad['pain']}>
        <Scale
          label="Pain"
          labelPlace="left"
          chosen={correction.pad.pain}
          onChoose={(pain) => correction.setPad({ ...correction.pad, pain })}
        />
      </div>
    </>
  );
}

type EffectFieldProps = { readonly pad: Pad; readonly onPad: (pad: Pad) => void };

/** The one effect it should have been: another press takes the place of the first. */
function EffectField({ pad: entered, onPad }: EffectFieldProps) {
  const onlyNewest = (next: Pad): void => {
    const changed = Object.entries(next.effects).find(
      ([effect, severity]) => entered.effects[effect as keyof Pad['effects']] !== severity,
    );
    onPad({ ...next, effects: changed ? Object.fromEntries([changed]) : next.effects });
  };
  return <RecordPadEffects pad={entered} onPad={onlyNewest} focusFirst />;
}

type WhyProps = { readonly correction: Correction; readonly place: RefObject<HTMLDivElement | null> };

/** When it was seen, and what was wrong. */
function Why({ correction, place }: WhyProps) {
  const { time, setTime, why, setWhy } = correction;
  const choose = (id: string): void => {
    const reason = CORRECTION_REASONS.find((known) => known === id) ?? null;
    setWhy({ ...why, reason });
  };
  return (
    <div className={styles['why']} ref={place}>
      <TextEntry
        label="Seen at"
        hint="24 h, same day"
        value={time}
        onType={setTime}
        maxLength={5}
        refusal={time === '' ? 'Type the time as hours and minutes: 09:05' : timeRefusal(time)}
      />
      <Segmented
        label="What was wrong"
        choices={CORRECTION_REASONS.map((id) => ({ id, label: CORRECTION_REASON_WORDS[id] }))}
        chosen={why.reason}
        onChoose={choose}
      />
      {why.reason === 'other' && <Note why={why} onNote={(note) => setWhy({ ...why, note })} />}
    </div>
  );
}

function Note({
  why,
  onNote,
}: {
  readonly why: CorrectionReasonTyped;
  readonly onNote: (note: string) => void;
}) {
  return <TextEntry label="In a few words" value={why.note} onType={onNote} maxLength={120} autoFocus />;
}
