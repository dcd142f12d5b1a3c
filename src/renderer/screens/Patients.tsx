import { useEffect, useRef, useState } from 'react';
import type { PatientRow } from '../../contract/views/people.ts';
import { hasRole, type Role } from '../../core/session/roles.ts';
import { Button } from '../components/Button.tsx';
import { FailureNote } from '../components/FailureNote.tsx';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { formatTime } from '../components/time.ts';
import { errorText } from '../errorText.ts';
import { type Paged, usePages } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import { usePlace } from '../hooks/usePlace.tsx';
import styles from './Patients.module.css';
import { type Letter, LetterJump } from './patients/LetterJump.tsx';
import { MoreRows } from './patients/MoreRows.tsx';
import { PatientTable } from './patients/PatientTable.tsx';
import { foundText, nothingFoundText } from './patients/patientWords.ts';
import { walkWithArrows } from './signIn/walkWithArrows.ts';

/** Who adds patients. Source: UX T1. */
const ADMITTING: readonly Role[] = ['nurse', 'prescriber', 'assistant'];

/** P3: find a patient. Nobody is ever opened because they were the only one found. Source: UX 3.3. */
export function Patients() {
  const { app, clock } = useApp();
  const { go } = usePlace();
  const [text, setText] = useState('');
  const [letter, setLetter] = useState<Letter | null>(null);
  // Whoever searches looks through what was found.
  const from = text.trim() === '' ? letter : null;
  const admits = hasRole({ roles: app.user?.roles ?? [] }, ADMITTING);
  const { data: found, failure } = usePages('patients:search', { text, ...(from === null ? {} : { from }) });
  return (
    <Screen
      head={
        <ScreenHead
          title="Patients"
          note={found && foundText(found, text, from)}
          end={
            admits && (
              <Button icon="down" onPress={() => go({ at: 'importPatients' })}>
                Import CSV
              </Button>
            )
          }
          clock={formatTime(clock.now, clock.zone)}
        />
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a second way between the rows */}
      <div className={styles['patients']} onKeyDown={walkWithArrows}>
        <div className={styles['search']}>
          <SearchField value={text} onType={setText} />
          {/* Only after a search: whoever is here already is not added again. Source: UX 3.3. */}
          {admits && found && (text.trim() !== '' || found.total === 0) && (
            <Button icon="plus" onPress={() => go({ at: 'newPatient' })}>
              New patient
            </Button>
          )}
        </div>
        {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
        {found && text.trim() === '' && (from !== null || found.more) && (
          <LetterJump chosen={from} onChoose={setLetter} />
        )}
        {found && <Found found={found} text={text} from={from} />}
      </div>
    </Screen>
  );
}

type SearchFieldProps = { readonly value: string; readonly onType: (text: string) => void };

/** Has the focus on opening, and again when somebody asks for the search who is here already. */
function SearchField({ value, onType }: SearchFieldProps) {
  const { place } = usePlace();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (place.at === 'patients') field.current?.focus();
  }, [place]);
  return (
    <TextEntry
      ref={field}
      label="Search"
      emptyWord="Name, year of birth or record number, in any order"
      value={value}
      onType={onType}
      maxLength={80}
      optional
    />
  );
}

type FoundProps = {
  readonly found: Paged<PatientRow>;
  readonly text: string;
  readonly from: Letter | null;
};

function Found({ found, text, from }: FoundProps) {
  const { go } = usePlace();
  if (found.rows.length > 0) {
    return (
      <>
        <PatientTable rows={found.rows} onOpen={(patient) => go({ at: 'patient', patient })} />
        <MoreRows found={found} {...(from === null ? {} : { shown: foundText(found, text, from) })} />
      </>
    );
  }
  return (
    <p role="status" className={styles['none']}>
      {nothingFoundText(text, from)}
    </p>
  );
}
