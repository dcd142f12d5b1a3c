import type { ReactNode } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { ChairSession } from '../../../contract/views/session.ts';
import { CLINICAL } from '../../../core/session/roles.ts';
import { StaffSheet } from '../people/StaffSheet.tsx';
import { SecondPerson, type SecondPersonState } from '../session/running/SecondPerson.tsx';
import { initialsOf } from '../signIn/lockedChair.ts';

type AwaySheetProps = {
  readonly session: ChairSession;
  /** `Write a note` */
  readonly title: string;
  /** What still has to be typed; undefined when only the person is missing, or nothing. */
  readonly missing: string | undefined;
  readonly person: SecondPersonState;
  readonly failure: Failure | null;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Something recorded for one chair of a locked desk, under one PIN; the desk stays locked. Source: UX 2.3 and 3.1. */
export function AwaySheet(props: AwaySheetProps) {
  const { session, title, missing, person, failure, onSave, onClose, children } = props;
  const chair = `Chair ${session.chair}, ${initialsOf(session)}`;
  return (
    <StaffSheet
      title={`${title} — ${chair}`}
      action={`Save for ${chair}`}
      missing={missing ?? (person.proof ? undefined : 'Say who you are.')}
      failure={failure}
      onSave={onSave}
      onClose={onClose}
      close="Do not record"
    >
      {children}
      <SecondPerson
        label="Who you are"
        state={person}
        roles={CLINICAL}
        except={[]}
        failure={failure}
        onEnter={onSave}
      />
    </StaffSheet>
  );
}
