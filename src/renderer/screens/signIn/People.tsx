import { useRef, useState } from 'react';
import type { StaffView } from '../../../contract/views/people.ts';
import { classes } from '../../components/classes.ts';
import { TextEntry } from '../../components/TextEntry.tsx';
import { formatCalendarDate } from '../../components/time.ts';
import { personName } from '../../documents/words.ts';
import { roleWords } from '../../errorTexts/textFor.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './People.module.css';
import { SecretForm } from './SecretForm.tsx';
import { walkWithArrows } from './walkWithArrows.ts';

/** A longer list can be searched. Source: UX 3.20, P1. */
const LONG_LIST = 12;

/** Choose yourself, then prove it. The focus begins at the first name; Enter there goes on to the secret. */
export function People() {
  const { app } = useApp();
  const [chosen, setChosen] = useState<string | null>(null);
  const [filter, setFilter] = useState('');
  const secret = useRef<HTMLInputElement>(null);
  const long = app.staff.length > LONG_LIST;
  const shown = app.staff.filter((person) => matches(person, filter));
  const choose = (person: StaffView): void => {
    setChosen(person.id);
    secret.current?.focus();
  };
  return (
    <section className={styles['people']} aria-label="Who signs in">
      <h2 className={styles['title']}>Who signs in</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a second way between the buttons */}
      <div className={styles['who']} onKeyDown={walkWithArrows}>
        {long && <TextEntry label="Find a name" value={filter} onType={setFilter} optional autoFocus />}
        <ul>
          {shown.map((person, index) => (
            <li key={person.id}>
              <PersonButton
                person={person}
                chosen={person.id === chosen}
                autoFocus={!long && index === 0}
                onChoose={() => choose(person)}
              />
            </li>
          ))}
          {shown.length === 0 && <li className={styles['none']}>Nobody here has this name.</li>}
        </ul>
      </div>
      <SecretForm key={chosen} person={app.staff.find(({ id }) => id === chosen) ?? null} ref={secret} />
    </section>
  );
}

type PersonButtonProps = {
  readonly person: StaffView;
  readonly chosen: boolean;
  readonly autoFocus: boolean;
  readonly onChoose: () => void;
};

function PersonButton({ person, chosen, autoFocus, onChoose }: PersonButtonProps) {
  return (
    <button
      type="button"
      data-walk
      className={classes(styles['person'], chosen && styles['chosen'])}
      aria-pressed={chosen}
      // biome-ignore lint/a11y/noAutofocus: the screen says where its work begins (UX 3.20)
      autoFocus={autoFocus}
      onClick={onChoose}
    >
      <strong>{personName(person)}</strong>
      <span className={styles['roles']}>
        {person.roles.map(roleWords).join(', ')}
        {person.licenceExpired && person.licenceExpires && (
          <span
            className={styles['expired']}
          >{`◆ licence expired ${formatCalendarDate(person.licenceExpires)}`}</span>
        )}
      </span>
    </button>
  );
}

function matches({ name, fullName }: StaffView, filter: string): boolean {
  return `${name} ${fullName}`.toLowerCase().includes(filter.trim().toLowerCase());
}
