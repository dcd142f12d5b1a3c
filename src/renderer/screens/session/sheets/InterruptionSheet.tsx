import { useRef, useState } from 'react';
import { FIELD_RULES } from '../../../../core/session/entryRules.ts';
import { NumberField } from '../../../components/NumberField.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { interruptionText } from '../running/interruptionText.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import styles from '../running/sheetBody.module.css';
import type { SheetProps } from '../running/sheetProps.ts';
import { type TypedNumber, useTypedNumber } from '../running/typedNumber.ts';
import { useFocusOnOpen } from '../running/useFocusOnOpen.ts';

const PUMP_STATES = ['running', 'paused', 'stopped'] as const;
type PumpState = (typeof PUMP_STATES)[number];

/** What follows from a pump that does not run: the record goes on as it was until that is recorded too. */
const AFTERWARDS: Record<PumpState, string> = {
  running: '',
  paused: 'Save this, then record the pause.',
  stopped: 'Save this, then record the stop.',
};

/** After the program was not running: the pump is read, because nobody here knows what it did. Source: UX 2.6. */
export function InterruptionSheet({ session, onClose }: SheetProps) {
  const { app, clock } = useApp();
  const step = useStep('interruption:answer');
  const volume = useTypedNumber(FIELD_RULES.pumpVolume, step.clear);
  const [pumpState, setPumpState] = useState<PumpState | null>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  const save = async (): Promise<void> => {
    if (pumpState === null) return;
    if (await step.send({ session: session.id, pumpState, pumpVolume: volume.value })) onClose();
  };
  return (
    <CareSheet
      session={session}
      title="After the interruption"
      onClose={onClose}
      typed={volume.value !== ''}
      failure={step.failure}
      save={
        <SaveButton
          ref={saveButton}
          onSave={save}
          missing={roleMissing(app, ['nurse', 'prescriber']) ?? answerMissing(pumpState, volume)}
        >
          {`Save for ${chairAndPatient(session)}`}
        </SaveButton>
      }
    >
      <PumpNow
        words={session.interruption ? interruptionText(session.interruption, clock.zone, session) : ''}
        pumpState={pumpState}
        onPumpState={setPumpState}
        volume={volume}
        onLast={() => focusAfterKey(saveButton)}
      />
    </CareSheet>
  );
}

function answerMissing(pumpState: PumpState | null, { entered }: TypedNumber): string | undefined {
  return firstMissing(
    [pumpState === null, 'Choose what the pump does now.'],
    [!entered, 'Volume shown by the pump is not entered.'],
  );
}

type PumpNowProps = {
  readonly words: string;
  readonly pumpState: PumpState | null;
  readonly onPumpState: (state: PumpState | null) => void;
  readonly volume: TypedNumber;
  readonly onLast: () => void;
};

function PumpNow({ words, pumpState, onPumpState, volume, onLast }: PumpNowProps) {
  const body = useRef<HTMLDivElement>(null);
  useFocusOnOpen(body);
  return (
    <div className={styles['body']} ref={body}>
      <p className={styles['first']}>{words}</p>
      <Segmented
        label="The pump is"
        choices={PUMP_STATES.map((state) => ({ id: state, label: state }))}
        chosen={pumpState}
        onChoose={(id) => onPumpState(PUMP_STATES.find((state) => state === id) ?? null)}
      />
      <p className={styles['line']}>{pumpState === null ? '' : AFTERWARDS[pumpState]}</p>
      <div className={styles['pair']}>
        <NumberField {...volume.field} label="Volume shown by the pump" echo onNext={onLast} />
      </div>
    </div>
  );
}
