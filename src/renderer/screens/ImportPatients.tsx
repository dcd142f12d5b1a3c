import { useRef } from 'react';
import type { ImportPreview } from '../../contract/views/patients.ts';
import { formatCount } from '../../core/quantity/format.ts';
import { ActionBar } from '../components/ActionBar.tsx';
import { Button } from '../components/Button.tsx';
import { FailureNote } from '../components/FailureNote.tsx';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { formatTime } from '../components/time.ts';
import { errorText } from '../errorText.ts';
import { useApp } from '../hooks/useApp.tsx';
import { useKeys } from '../hooks/useKeys.ts';
import { usePlace } from '../hooks/usePlace.tsx';
import form from './patients/FormRows.module.css';
import { ImportTable } from './patients/ImportTable.tsx';
import { type PatientImport, useImport } from './patients/useImport.ts';

/** Patients from a file: looked at first, recorded whole or not at all. Source: UX 3.3. */
export function ImportPatients() {
  const { clock } = useApp();
  const { go } = usePlace();
  const file = useImport();
  const back = (): void => go({ at: 'patients' });
  useKeys({ escape: back });
  const { preview, failure, done } = file;
  return (
    <Screen
      head={<ScreenHead title="Import patients" note={file.name} clock={formatTime(clock.now, clock.zone)} />}
      actions={
        <ActionBar
          groups={[
            <Button key="back" size="act" onPress={back}>
              Back to the patients
            </Button>,
          ]}
          end={preview && <Recording file={file} preview={preview} />}
        />
      }
    >
      <div className={form['form']}>
        <FileChoice file={file} />
        {failure && (
          <FailureNote tone={failure.kind === 'notSaved' ? 'stop' : 'warn'}>
            {errorText(failure, clock.zone)}
          </FailureNote>
        )}
        <p role="status">{done ? doneText(done) : preview ? previewText(preview) : ''}</p>
      </div>
      {preview && <ImportTable preview={preview} />}
    </Screen>
  );
}

function FileChoice({ file }: { readonly file: PatientImport }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <section
      aria-label="File"
      className={form['group']}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const dropped = event.dataTransfer.files[0];
        if (dropped) file.choose(dropped);
      }}
    >
      <p>
        A CSV file in UTF-8 with a row of column names: family name, given name, date of birth, sex, record
        number; and, if there are any, preferred name, title, height (in cm), allergies.
      </p>
      <p className={form['muted']}>
        Dates as 1984-03-09 or 09-Mar-1984. Allergies: none, could not be obtained, or substances with
        semicolons between them; empty leaves them not recorded. Nothing is recorded before you have seen it.
      </p>
      <div className={form['actions']}>
        <Button
          missing={file.busy ? 'The file is being read.' : undefined}
          autoFocus
          onPress={() => input.current?.click()}
        >
          Choose a file
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label="CSV file"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          // The same file, corrected, can be chosen again.
          event.target.value = '';
          if (chosen) file.choose(chosen);
        }}
      />
    </section>
  );
}

type RecordingProps = { readonly file: PatientImport; readonly preview: ImportPreview };

/** With one row wrong there is nothing to press; with possible matches a person says what becomes of them. */
function Recording({ file, preview: { total, withProblems, withMatches } }: RecordingProps) {
  if (withProblems > 0) {
    return <strong>Nothing can be imported. Correct the file and choose it again.</strong>;
  }
  const missing = file.busy ? 'Being recorded.' : undefined;
  const fresh = total - withMatches;
  return (
    <>
      {withMatches > 0 && fresh > 0 && (
        <Button size="act" variant="primary" missing={missing} onPress={() => file.record('leaveOut')}>
          {`Import ${formatCount(fresh)}, leave out the possible matches`}
        </Button>
      )}
      <Button
        size="act"
        variant={withMatches > 0 ? 'quiet' : 'primary'}
        missing={missing}
        onPress={() => file.record('take')}
      >
        {withMatches > 0
          ? `Import all ${formatCount(total)}: they are other people`
          : `Import ${formatCount(total)} ${total === 1 ? 'patient' : 'patients'}`}
      </Button>
    </>
  );
}

function previewText({ total, withProblems, withMatches, rows }: ImportPreview): string {
  const said = [
    `${formatCount(total)} ${total === 1 ? 'row' : 'rows'}`,
    `${formatCount(withProblems)} with something wrong`,
    `${formatCount(withMatches)} possible ${withMatches === 1 ? 'match' : 'matches'}`,
  ];
  const shown =
    rows.length < total ? ` Showing ${formatCount(rows.length)}, what has to be looked at first.` : '';
  return `${said.join(', ')}.${shown}`;
}

function doneText({ taken, leftOut }: NonNullable<PatientImport['done']>): string {
  const left = leftOut === 0 ? '' : ` ${formatCount(leftOut)} left out as possible matches.`;
  return `${formatCount(taken)} ${taken === 1 ? 'patient' : 'patients'} recorded.${left}`;
}
