import { type ReactNode, useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { TakeOver } from '../../components/TakeOver.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { type EntryPerson, usePlace } from '../../hooks/usePlace.tsx';
import styles from './EntryFields.module.css';

type EntryDoorProps = {
  readonly session: string;
  readonly end?: ReactNode;
  readonly children?: ReactNode;
  readonly leaving?: boolean;
};

/** The window of an entry without its form: not open yet, not opened, or over. */
export function EntryDoor({ session, end, children, leaving = true }: EntryDoorProps) {
  const { app } = useApp();
  const { go } = usePlace();
  return (
    <TakeOver
      banner={null}
      title="Entry"
      training={app.file === 'training'}
      actions={
        <ActionBar
          groups={[
            leaving && (
              <Button
                key="back"
                size="act"
                autoFocus={end === undefined}
                onPress={() => go({ at: 'session', session })}
              >
                Back to the session
              </Button>
            ),
          ]}
          end={end}
        />
      }
    >
      <div className={styles['door']}>{children}</div>
    </TakeOver>
  );
}

type EntryRefusedProps = {
  readonly session: string;
  readonly by: EntryPerson;
  readonly failure: Failure;
  readonly onTryAgain: (secret: string) => void;
};

/** Why the form does not open for this person; a mistyped PIN or passphrase can be typed again here. */
export function EntryRefused({ session, by, failure, onTryAgain }: EntryRefusedProps) {
  const { app, clock } = useApp();
  const sentence = errorText(failure, clock.zone);
  const person = app.staff.find(({ id }) => id === by?.user);
  const word = SECRET_ASKED[failure.kind];
  if (person && word !== undefined) {
    const asked = { session, sentence, word, name: person.name, onTryAgain };
    return <AskAgain {...asked} />;
  }
  return (
    <EntryDoor session={session}>
      <FailureNote>{sentence}</FailureNote>
    </EntryDoor>
  );
}

/** Refusals that another try answers, and what is then typed. */
const SECRET_ASKED: Partial<Record<Failure['kind'], 'PIN' | 'passphrase'>> = {
  wrongPin: 'PIN',
  wrongSecret: 'passphrase',
  passphraseNeeded: 'passphrase',
  waitToTry: 'passphrase',
};

type AskAgainProps = Pick<EntryRefusedProps, 'session' | 'onTryAgain'> & {
  readonly sentence: string;
  readonly word: 'PIN' | 'passphrase';
  readonly name: string;
};

function AskAgain({ session, sentence, word, name, onTryAgain }: AskAgainProps) {
  const [secret, setSecret] = useState('');
  const tryAgain = (): void => {
    if (secret !== '') onTryAgain(secret);
  };
  return (
    <EntryDoor
      session={session}
      end={
        <Button
          size="act"
          variant="primary"
          missing={secret === '' ? `The ${word} is not entered.` : undefined}
          onPress={tryAgain}
        >
          {`Open the form for ${name}`}
        </Button>
      }
    >
      <SecretField
        label={`${word === 'PIN' ? 'PIN' : 'Passphrase'} of ${name}`}
        pin={word === 'PIN'}
        size="field"
        value={secret}
        onType={setSecret}
        onEnter={tryAgain}
        refusal={sentence}
        autoFocus
      />
    </EntryDoor>
  );
}
