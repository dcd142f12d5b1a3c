import { type RefObject, useRef, useState } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import { FIELD_RULES } from '../../../../core/session/entryRules.ts';
import { NumberField } from '../../../components/NumberField.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import styles from '../running/sheetBody.module.css';
import type { SheetProps } from '../running/sheetProps.ts';
import { type TypedNumber, useTypedNumber } from '../running/typedNumber.ts';

/** T16: what the pump says it gave, and what the line held, before the session goes on to recovery. */
export function CompleteSheet({ session, onClose }: SheetProps) {
  const { app } = useApp();
  const reading = usePumpReading(session);
  const saveButton = useRef<HTMLButtonElement>(null);
  const save = async (): Promise<void> => {
    if (await reading.save()) onClose();
  };
  return (
    <CareSheet
      session={session}
      title="Complete"
      onClose={onClose}
      typed={reading.volume.value !== '' || reading.line.reason !== ''}
      head="Read the pump. What it shows counts, not the calculation."
      failure={reading.failure}
      save={
        <SaveButton
          ref={saveButton}
          onSave={save}
          missing={roleMissing(app, ['nurse']) ?? readingMissing(reading)}
        >
          {`Complete ${chairAndPatient(session)}`}
        </SaveButton>
      }
    >
      <div className={styles['body']}>
        <VolumeFields reading={reading} next={saveButton} />
        <LineFields line={reading.line} onLine={reading.setLine} />
      </div>
    </CareSheet>
  );
}

type TypedLine = {
  readonly primed: 'diluent' | 'drug' | null;
  readonly flushed: 'yes' | 'no' | null;
  readonly reason: string;
};

type PumpReading = {
  readonly volume: TypedNumber;
  readonly line: TypedLine;
  readonly setLine: (line: TypedLine) => void;
  readonly failure: Failure | null;
  /** Pump and record lie further apart than goes without a reason. */
  readonly asksReason: boolean;
  /** True when it was recorded. */
  readonly save: () => Promise<boolean>;
};

function usePumpReading(session: SessionView): PumpReading {
  const step = useStep('infusion:complete');
  const volume = useTypedNumber(FIELD_RULES.pumpVolume, step.clear);
  const [line, setLine] = useState<TypedLine>({ primed: null, flushed: null, reason: '' });
  const { primed, flushed, reason } = line;
  const save = async (): Promise<boolean> => {
    if (primed === null || flushed === null) return false;
    const done = await step.send({
      session: session.id,
      pumpVolume: volume.value,
      linePrimedWith: primed,
      lineFlushed: flushed === 'yes',
      differenceReason: reason.trim() || null,
    });
    return done !== null;
  };
  const asksReason = step.failure?.kind === 'pumpVolumeDiffers' || reason !== '';
  return { volume, line, setLine, failure: step.failure, asksReason, save };
}

function readingMissing({ volume, line, asksReason }: PumpReading): string | undefined {
  return firstMissing(
    [!volume.entered, errorText({ kind: 'pumpNotReadYet' }, '')],
    [line.primed === null, 'Choose what the line was primed with.'],
    [line.flushed === null, 'Choose whether the line was flushed at the end.'],
    [asksReason && line.reason.trim() === '', errorText({ kind: 'textMissing', field: 'reason' }, '')],
  );
}

type VolumeFieldsProps = {
  readonly reading: PumpReading;
  readonly next: RefObject<HTMLButtonElement | null>;
};

function VolumeFields({ reading: { volume, line, setLine, asksReason }, next }: VolumeFieldsProps) {
  return (
    <div className={styles['pair']}>
      <NumberField
        {...volume.field}
        label="Volume given, as the pump shows"
        echo
        autoFocus
        onNext={() => focusAfterKey(next)}
      />
      {asksReason && (
        <TextEntry
          label="Reason for the difference"
          value={line.reason}
          onType={(reason) => setLine({ ...line, reason })}
          onEnter={() => focusAfterKey(next)}
          autoFocus
        />
      )}
    </div>
  );
}

type LineFieldsProps = { readonly line: TypedLine; readonly onLine: (line: TypedLine) => void };

/** What is in the line decides what of the pump's volume reached the patient. Source: DESIGN 8. */
function LineFields({ line, onLine }: LineFieldsProps) {
  return (
    <div className={styles['choices']}>
      <Segmented
        label="Line primed with"
        choices={[
          { id: 'diluent', label: 'diluent' },
          { id: 'drug', label: 'drug' },
        ]}
        chosen={line.primed}
        onChoose={(id) => onLine({ ...line, primed: id === 'drug' ? 'drug' : 'diluent' })}
      />
      <Segmented
        label="Line flushed at the end"
        choices={[
          { id: 'yes', label: 'yes' },
          { id: 'no', label: 'no' },
        ]}
        chosen={line.flushed}
        onChoose={(id) => onLine({ ...line, flushed: id === 'yes' ? 'yes' : 'no' })}
      />
    </div>
  );
}
