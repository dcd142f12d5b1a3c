import { useEffect, useEffectEvent } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { PressView } from '../../../contract/views/away.ts';
import { CLINICAL } from '../../../core/session/roles.ts';
import { formatTime } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { StaffSheet } from '../people/StaffSheet.tsx';
import { SecondPerson, useSecondPerson } from '../session/running/SecondPerson.tsx';
import type { Pressed } from './usePress.ts';

const MILLISECONDS_PER_SECOND = 1000;
/** Whoever may pause and stop. Source: UX 2.3, T11 and T15. */
const MAY = [...CLINICAL, 'director'] as const;

type PressSheetProps = {
  readonly pressed: Pressed;
  readonly press: PressView;
  readonly failure: Failure | null;
  readonly onRecord: (by: { readonly user: string; readonly secret: string }) => void;
  /** Esc: nothing happened. */
  readonly onDrop: () => void;
  /** The time for a name is over. */
  readonly onOver: () => void;
};

/** A key went down on a locked desk: one PIN records that moment; without one it is recorded without a name. */
export function PressSheet({ pressed, press, failure, onRecord, onDrop, onOver }: PressSheetProps) {
  const { clock } = useApp();
  const person = useSecondPerson();
  const { proof } = person;
  const { what, chair, initials } = pressed;
  const left = Math.max(0, Math.ceil((press.until - clock.now) / MILLISECONDS_PER_SECOND));
  const over = useEffectEvent(onOver);
  useEffect(() => {
    if (left === 0) over();
  }, [left]);
  const time = formatTime(press.at, clock.zone);
  const word = what === 'pause' ? 'pause' : 'stop';
  const save = (): void => {
    if (proof) onRecord(proof);
  };
  return (
    <StaffSheet
      title={`${what === 'pause' ? 'Pause' : 'Stop'} at ${time} — Chair ${chair}, ${initials}`}
      action={`Record ${word} at ${time}`}
      missing={proof ? undefined : 'Say who you are.'}
      failure={failure}
      onSave={save}
      onClose={onDrop}
      close="Drop it"
    >
      <p>{what === 'pause' ? 'Pause the pump. The record does not control it.' : 'Stop the pump first.'}</p>
      <SecondPerson
        label="Who you are"
        state={person}
        roles={MAY}
        except={[]}
        failure={failure}
        onEnter={save}
      />
      <p>{`In ${left} s it is recorded by a person at this workstation, not identified.`}</p>
    </StaffSheet>
  );
}
