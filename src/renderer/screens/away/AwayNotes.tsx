import { useState } from 'react';
import type { AwayView, EmergencyView, UnclaimedPress } from '../../../contract/views/away.ts';
import type { StaffView } from '../../../contract/views/people.ts';
import { CLINICAL, hasRole } from '../../../core/session/roles.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { formatTime } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { dayAndTime } from '../keeping/keepingWords.ts';
import { FailureLine } from '../session/running/FailureLine.tsx';
import styles from './AwayNotes.module.css';
import { ReviewSheet } from './ReviewSheet.tsx';

/**
 * On every screen, locked or not: an emergency access that is open or waits for a medical director, and keys that
 * nobody has claimed. They go when somebody has seen to them, and not before. Source: UX 2.3; HAZARDS H40.
 */
export function AwayNotes() {
  const { app, clock } = useApp();
  const { away, user } = app;
  if (!away) return null;
  const person = away.open === null ? user : null;
  return (
    <>
      {away.open && (
        <FailureNote tone="stop">
          {`EMERGENCY ACCESS is open: “${away.open.name}”, since ${formatTime(away.open.since, clock.zone)}. It opens pause, stop, vitals, effects and notes, and everything recorded carries this name. Lock (F8) ends it.`}
        </FailureNote>
      )}
      {waiting(away).map((emergency) => (
        <EmergencyNote key={emergency.id} emergency={emergency} person={person} />
      ))}
      {away.unclaimed.map((press) => (
        <UnclaimedNote key={press.event} press={press} person={person} />
      ))}
    </>
  );
}

function waiting({ open, emergencies }: AwayView): readonly EmergencyView[] {
  return emergencies.filter(({ id }) => id !== open?.id);
}

type EmergencyNoteProps = { readonly emergency: EmergencyView; readonly person: StaffView | null };

function EmergencyNote({ emergency, person }: EmergencyNoteProps) {
  const { clock } = useApp();
  const [reviewing, setReviewing] = useState(false);
  return (
    <div className={styles['line']}>
      <FailureNote tone="stop">
        {`Emergency access by “${emergency.name}” on ${dayAndTime(emergency.openedAt, clock.zone)} waits for a medical director to look at it.`}
      </FailureNote>
      {person && hasRole(person, ['director']) && (
        <Button variant="primary" onPress={() => setReviewing(true)}>
          Look at it
        </Button>
      )}
      {reviewing && <ReviewSheet emergency={emergency} onClose={() => setReviewing(false)} />}
    </div>
  );
}

type UnclaimedNoteProps = { readonly press: UnclaimedPress; readonly person: StaffView | null };

function UnclaimedNote({ press, person }: UnclaimedNoteProps) {
  const { clock } = useApp();
  const step = useStep('away:claim');
  const what = press.what === 'pause' ? 'Pause' : 'Stop';
  return (
    <div className={styles['line']}>
      <FailureNote tone="stop">
        {`${what} of Chair ${press.chair} at ${formatTime(press.happenedAt, clock.zone)} by a person at this workstation, not identified. Whoever pressed it: sign in and say so.`}
      </FailureNote>
      <FailureLine failure={step.failure} />
      {person && hasRole(person, CLINICAL) && (
        <Button variant="primary" onPress={() => void step.send({ event: press.event })}>
          {`That was me, ${person.name}`}
        </Button>
      )}
    </div>
  );
}
