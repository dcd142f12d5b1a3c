import { useRef } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { Button } from '../../../components/Button.tsx';
import { FailureNote } from '../../../components/FailureNote.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { SelectField } from '../../../components/SelectField.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { firstMissing, roleMissing, whoWhen } from '../running/sessionWords.ts';
import styles from './BeforeStart.module.css';

/** Which pump, and who programmed it: said on the screen, before another person reads it back. */
export type ProgrammedPump = { readonly pump: string; readonly programmedBy: string | null };

const LONGEST_PUMP_NUMBER = 20;

type PumpPanelProps = {
  readonly session: SessionView;
  readonly pump: ProgrammedPump;
  readonly onPump: (pump: ProgrammedPump) => void;
  /** Another pump, or the same one programmed anew: what agreed before counts no longer. */
  readonly readAgain: boolean;
  readonly onReadAgain: () => void;
  readonly onReadBack: () => void;
};

/** The pump: programmed by one, read back by another. Once it agrees, only that is said. */
export function PumpPanel(props: PumpPanelProps) {
  const { readBack } = props.session;
  return (
    <section aria-label="Pump" className={styles['part']}>
      <div className={styles['part-head']}>
        <h2>
          <Icon name="pump" size={16} />
          Pump read-back
        </h2>
        <span>by a person who did not program it</span>
      </div>
      {readBack && !props.readAgain ? (
        <Agreed readBack={readBack} onAgain={props.onReadAgain} />
      ) : (
        <PumpFields {...props} />
      )}
    </section>
  );
}

type AgreedProps = {
  readonly readBack: NonNullable<SessionView['readBack']>;
  readonly onAgain: () => void;
};

function Agreed({ readBack, onAgain }: AgreedProps) {
  const { clock } = useApp();
  const { pump, programmedBy, done } = readBack;
  return (
    <>
      <p>{`Pump ${pump}, programmed by ${programmedBy.name}`}</p>
      <p className={styles['agreed']}>
        <Icon name="check" />
        <b>Agrees with the matched plan.</b>
        <span className={styles['by']}>{whoWhen({ ...done, by: done.witness ?? done.by }, clock.zone)}</span>
      </p>
      <div>
        <Button variant="ghost" onPress={onAgain}>
          Another pump, or programmed again
        </Button>
      </div>
    </>
  );
}

function PumpFields({ session, pump, onPump, onReadBack }: PumpPanelProps) {
  const { app } = useApp();
  const open = useRef<HTMLButtonElement>(null);
  const missing = firstMissing(
    [pump.programmedBy === null, 'Choose who programmed the pump.'],
    [pump.pump.trim() === '', errorText({ kind: 'textMissing', field: 'pump' }, '')],
  );
  return (
    <>
      <WhichPump pump={pump} onPump={onPump} onLast={() => focusAfterKey(open)} />
      {session.readTogether && (
        <FailureNote>
          {errorText({ kind: 'readTogether', refusals: session.readBackRefusals }, '')}
        </FailureNote>
      )}
      <Button
        size="act"
        icon="blind"
        wide
        ref={open}
        onPress={onReadBack}
        missing={roleMissing(app, CHECKERS) ?? missing}
      >
        Read back by another person
      </Button>
    </>
  );
}

type WhichPumpProps = Pick<PumpPanelProps, 'pump' | 'onPump'> & { readonly onLast: () => void };

function WhichPump({ pump: { pump, programmedBy }, onPump, onLast }: WhichPumpProps) {
  const { app } = useApp();
  const programmers = app.staff.filter(({ roles }) => roles.some((role) => CHECKERS.includes(role)));
  return (
    <div className={styles['pump']}>
      <SelectField
        label="Programmed by"
        choices={programmers.map(({ id, name, fullName }) => ({ id, label: name, detail: fullName }))}
        chosen={programmedBy}
        onChoose={(chosen) => onPump({ pump, programmedBy: chosen })}
        emptyWord="Choose the person"
      />
      <TextEntry
        label="Pump number"
        value={pump}
        maxLength={LONGEST_PUMP_NUMBER}
        onType={(typed) => onPump({ pump: typed, programmedBy })}
        onEnter={onLast}
      />
    </div>
  );
}
