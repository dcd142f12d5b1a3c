import { useRef, useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { FIELD_RULES } from '../../../../core/session/entryRules.ts';
import { NumberField } from '../../../components/NumberField.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { errorText } from '../../../errorText.ts';
import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { firstMissing } from '../running/sessionWords.ts';
import { type TypedNumber, useTypedNumber } from '../running/typedNumber.ts';
import { SaveButton } from '../sheets/SaveButton.tsx';
import styles from './SheetBody.module.css';

type ReadPumpSheetProps = { readonly session: SessionView; readonly onClose: () => void };

type Line = { readonly primedWith: string | null; readonly flushed: string | null };

const FLUIDS = [
  { id: 'diluent', label: 'diluent' },
  { id: 'drug', label: 'drug' },
] as const;
const FLUSHED = [
  { id: 'yes', label: 'yes' },
  { id: 'no', label: 'no' },
] as const;

/** After a stop: the volume the pump itself shows, and what is in its line. Source: UX 2.3 T15, DESIGN 8. */
export function ReadPumpSheet({ session, onClose }: ReadPumpSheetProps) {
  const step = useStep('infusion:readPump');
  const volume = useTypedNumber(FIELD_RULES.pumpVolume);
  const [line, setLine] = useState<Line>({ primedWith: null, flushed: null });
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    const read = {
      pumpVolume: volume.value,
      linePrimedWith: line.primedWith === 'drug' ? 'drug' : 'diluent',
      lineFlushed: line.flushed === 'yes',
      differenceReason: reason.trim() === '' ? null : reason,
    } as const;
    if (await step.send({ session: session.id, ...read })) onClose();
  };
  const asksReason = step.failure?.kind === 'pumpVolumeDiffers' || reason !== '';
  return (
    <CareSheet
      session={session}
      title="Read the pump"
      head="Read the pump. What it shows counts, not the calculation."
      onClose={onClose}
      typed={volume.value !== '' || line.primedWith !== null || line.flushed !== null}
      failure={step.failure}
      save={<SaveButton session={session} missing={missing(volume, line)} onPress={() => void save()} />}
    >
      <div className={styles['three']}>
        <Fields volume={volume} line={line} onLine={setLine} />
        {asksReason && (
          <div className={styles['whole']}>
            <TextEntry label="Reason for the difference" value={reason} onType={setReason} autoFocus />
          </div>
        )}
      </div>
    </CareSheet>
  );
}

type FieldsProps = {
  readonly volume: TypedNumber;
  readonly line: Line;
  readonly onLine: (line: Line) => void;
};

function Fields({ volume, line, onLine }: FieldsProps) {
  const after = useRef<HTMLDivElement>(null);
  return (
    <>
      <NumberField
        label="Volume given, as the pump shows"
        echo
        {...volume.field}
        onNext={() => after.current?.querySelector('input')?.focus()}
        autoFocus
      />
      <div ref={after}>
        <Segmented
          label="Line primed with"
          choices={FLUIDS}
          chosen={line.primedWith}
          onChoose={(primedWith) => onLine({ ...line, primedWith })}
        />
      </div>
      <Segmented
        label="Line flushed at the end"
        choices={FLUSHED}
        chosen={line.flushed}
        onChoose={(flushed) => onLine({ ...line, flushed })}
      />
    </>
  );
}

function missing(volume: TypedNumber, { primedWith, flushed }: Line): string | undefined {
  return firstMissing(
    [!volume.entered, errorText({ kind: 'pumpNotReadYet' }, '')],
    [primedWith === null, 'Choose what the line was primed with.'],
    [flushed === null, 'Choose whether the line was flushed at the end.'],
  );
}
