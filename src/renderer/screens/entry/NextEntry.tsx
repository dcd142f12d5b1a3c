import { useState } from 'react';
import type { StaffView } from '../../../contract/views/people.ts';
import type { SessionView } from '../../../contract/views/session.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { SecondPersonFields } from '../../components/SecondPersonFields.tsx';
import { formatHourMinute } from '../../components/time.ts';
import { errorText } from '../../errorText.ts';
import { listed } from '../../errorTexts/textFor.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { type EntryPerson, usePlace } from '../../hooks/usePlace.tsx';
import { useOwnRefusal } from './useOwnRefusal.ts';
import styles from './Waiting.module.css';

type NextEntryProps = { readonly session: SessionView };

/** Which entry waits, who can make it, and the way to the form: for oneself, or for another person here. */
export function NextEntry({ session }: NextEntryProps) {
  const { app, clock } = useApp();
  const { go } = usePlace();
  const { entry, chair } = session;
  const { refusal, isAllowed } = useOwnRefusal(session);
  if (!entry) return null;
  const which = entry.first ? 'second' : 'first';
  const others = app.staff.filter(({ id, name }) => entry.eligible.includes(name) && id !== app.user?.id);
  const open = (by: EntryPerson): void => go({ at: 'entry', session: session.id, by });
  return (
    <>
      <h2 className={styles['sentence']}>
        {which === 'second'
          ? `Second check waiting, Chair ${chair}, about 60 s`
          : `First entry waiting, Chair ${chair}`}
      </h2>
      <EntryFacts entry={entry} />
      {refusal && <FailureNote>{errorText(refusal, clock.zone)}</FailureNote>}
      {isAllowed && (
        <div className={styles['buttons']}>
          <Button size="act" variant="primary" autoFocus onPress={() => open(null)}>
            {`Make the ${which} entry — Chair ${chair}`}
          </Button>
        </div>
      )}
      <AnotherPerson
        people={others}
        label={isAllowed ? 'Or another person here' : 'Another person here'}
        open={(person) =>
          person
            ? `Make the ${which} entry — Chair ${chair}, ${person.name}`
            : `Make the ${which} entry as this person`
        }
        onOpen={open}
      />
    </>
  );
}

/** The attempt, the people and the time limit. */
function EntryFacts({ entry }: { readonly entry: NonNullable<SessionView['entry']> }) {
  const { zone } = useApp().clock;
  const { attempt, first, expiresAt, eligible } = entry;
  const facts = [
    `Attempt ${attempt} of 2.`,
    ...(first ? [`First entry ${first.by.name} ${formatHourMinute(first.happenedAt, zone)}.`] : []),
    ...(expiresAt === null ? [] : [`It expires at ${formatHourMinute(expiresAt, zone)}.`]),
    eligible.length === 0 ? 'Nobody here can make it.' : `${listed(eligible, 'or')} can make it.`,
  ];
  return <p className={styles['muted']}>{facts.join(' ')}</p>;
}

type AnotherPersonProps = {
  readonly people: readonly StaffView[];
  readonly label: string;
  readonly open: (person: StaffView | undefined) => string;
  readonly onOpen: (by: EntryPerson) => void;
};

/** Another clinician proves who they are and gets the window for their entry alone. */
function AnotherPerson({ people, label, open, onOpen }: AnotherPersonProps) {
  const [user, setUser] = useState<string | null>(null);
  const [secret, setSecret] = useState('');
  const person = people.find(({ id }) => id === user);
  const word = person?.pinIsEnough ? 'PIN' : 'passphrase';
  const start = (): void => {
    if (user !== null && secret !== '') onOpen({ user, secret });
  };
  if (people.length === 0) return null;
  const missing = person ? `The ${word} of ${person.name} is not entered.` : 'The person is not chosen.';
  return (
    <section className={styles['other']} aria-label={label}>
      <h3 className={styles['label']}>{label}</h3>
      <SecondPersonFields
        label="Person"
        people={people}
        chosen={user}
        onChoose={(chosen) => {
          setUser(chosen);
          setSecret('');
        }}
        secret={secret}
        onSecret={setSecret}
        onEnter={start}
      />
      <Button size="act" missing={person && secret !== '' ? undefined : missing} onPress={start}>
        {open(person)}
      </Button>
    </section>
  );
}
