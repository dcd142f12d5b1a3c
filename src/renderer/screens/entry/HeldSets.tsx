import { type ReactNode, useState } from 'react';
import type { Request } from '../../../contract/channels.ts';
import type { HeldEntries, SessionView } from '../../../contract/views/session.ts';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { classes } from '../../components/classes.ts';
import { Icon } from '../../components/Icon.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import { ENTRY_FIELD_WORDS } from '../../documents/words.ts';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { formFields } from './formFields.ts';
import styles from './HeldSets.module.css';
import { heldValueText } from './heldWords.ts';

type WrongSource = Request<'hold:release'>['wrong'];

const SOURCES: readonly { readonly id: WrongSource; readonly label: string }[] = [
  { id: 'A', label: 'Set A' },
  { id: 'B', label: 'Set B' },
  { id: 'both', label: 'Both sets' },
  { id: 'orderSheet', label: 'The order sheet' },
  { id: 'weighing', label: 'The weighing' },
];

type Finding = { readonly wrong: WrongSource | null; readonly reason: string };

type HeldSetsProps = {
  readonly banner: ReactNode;
  readonly session: SessionView;
  readonly held: HeldEntries;
  readonly onDone: () => void;
};

/** Both sets as typed, in an order that means nothing, and the prescriber's finding. */
export function HeldSets({ banner, session, held, onDone }: HeldSetsProps) {
  const [finding, setFinding] = useState<Finding>({ wrong: null, reason: '' });
  return (
    <Screen
      banner={banner}
      head={<ScreenHead title="Review the hold" note="Both sets as typed, without names." />}
      actions={<ReleaseActions session={session} finding={finding} onDone={onDone} />}
    >
      <div className={styles['columns']}>
        <SetsTable held={held} />
        <div className={styles['finding']}>
          <Segmented
            label="Which source was wrong?"
            choices={SOURCES}
            chosen={finding.wrong}
            onChoose={(id) =>
              setFinding({ ...finding, wrong: SOURCES.find((source) => source.id === id)?.id ?? null })
            }
          />
          <TextEntry
            label="Reason"
            lines={3}
            value={finding.reason}
            onType={(reason) => setFinding({ ...finding, reason })}
          />
          <p className={styles['muted']}>
            The finding is recorded with your name. Two people then enter everything again, from attempt 1.
          </p>
        </div>
      </div>
    </Screen>
  );
}

type ReleaseActionsProps = Pick<HeldSetsProps, 'session' | 'onDone'> & { readonly finding: Finding };

function ReleaseActions({ session, finding, onDone }: ReleaseActionsProps) {
  const { zone } = useApp().clock;
  const releasing = useStep('hold:release');
  const release = async ({ wrong, reason }: Finding): Promise<void> => {
    if (wrong && (await releasing.send({ session: session.id, wrong, reason }))) onDone();
  };
  return (
    <>
      <FailureLine failure={releasing.failure} />
      <ActionBar
        groups={[
          <Button key="leave" size="act" onPress={onDone}>
            Cannot do this now
          </Button>,
        ]}
        end={
          <Button
            size="act"
            variant="primary"
            missing={releaseMissing(finding, zone)}
            onPress={() => void release(finding)}
          >
            {`Release the hold of Chair ${session.chair} — everyone starts again`}
          </Button>
        }
      />
    </>
  );
}

function releaseMissing({ wrong, reason }: Finding, zone: string): string | undefined {
  if (wrong === null) return 'Which source was wrong is not chosen.';
  return reason.trim() === '' ? errorText({ kind: 'textMissing', field: 'reason' }, zone) : undefined;
}

function SetsTable({ held }: { readonly held: HeldEntries }) {
  return (
    <table className={styles['sets']}>
      <caption className="visually-hidden">The two sets that do not agree</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          {held.sets.map(({ label, copy }) => (
            <th key={label} scope="col">
              Set {label} <span className={styles['muted']}>from copy {copy}</span>
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">Compared</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {formFields(held).map((field, place) => {
          const differs = held.fields.includes(field);
          return (
            <tr key={field} className={classes(differs && styles['differs'])}>
              <th scope="row">
                <span className={styles['number']}>{place + 1}</span>
                {ENTRY_FIELD_WORDS[field]}
              </th>
              {held.sets.map(({ label, values }) => (
                <td key={label} className={field === 'dateOfBirth' || field === 'drug' ? 'hy' : undefined}>
                  {heldValueText(field, values, held)}
                </td>
              ))}
              <td className={styles['mark']}>{differs && <Icon name="notEqual" label="do not agree" />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
