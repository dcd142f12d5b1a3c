import { useRef, useState } from 'react';
import type { CountedView, SessionView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { Button } from '../../../components/Button.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { useKeys } from '../../../hooks/useKeys.ts';
import { useStep } from '../../../hooks/useStep.ts';
import styles from '../prepare/BeforeStart.module.css';
import { IdentityFields, NO_IDENTITY } from '../prepare/IdentityFields.tsx';
import { countText, identityMissing, startMissing } from '../prepare/StartPanel.tsx';
import { useStartCount } from '../prepare/useStartCount.ts';
import { FailureLine } from '../running/FailureLine.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import { doseName, siteLabel, sitesOf } from './countedWords.ts';

type CountedStartProps = { readonly session: SessionView; readonly counted: CountedView };

/** The start of counted doses is the first of them: one button that names the dose, the chair and the patient. */
export function CountedStart({ session, counted }: CountedStartProps) {
  const { app, clock } = useApp();
  const step = useStep('doses:start');
  const [identity, setIdentity] = useState(NO_IDENTITY);
  const [chosen, setChosen] = useState<string | null>(null);
  const sites = sitesOf(counted);
  const site = sites.find(({ id }) => id === chosen)?.site;
  const before = startMissing(session, true, clock) ?? roleMissing(app, ['nurse']);
  const missing =
    before ??
    identityMissing(identity) ??
    firstMissing([site === undefined, `Choose the ${siteLabel(counted).toLowerCase()}.`]);
  const { left, begin, stop } = useStartCount(
    async () => site && step.send({ session: session.id, ...identity, site }),
    missing === undefined,
  );
  const button = useRef<HTMLButtonElement>(null);
  useKeys({ escape: left === null ? undefined : stop });
  const name = doseName(counted, 1);
  return (
    <section aria-label="Start" className={styles['start']}>
      {before === undefined && (
        <IdentityFields
          identity={identity}
          onNext={() => focusAfterKey(button)}
          onIdentity={(typed) => {
            setIdentity(typed);
            step.clear();
          }}
        />
      )}
      {before === undefined && (
        <Segmented
          label={siteLabel(counted)}
          choices={sites.map(({ id, label }) => ({ id, label }))}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      <p className={styles['sentence']}>
        <strong>{`${name}: ${formatQuantityText(counted.perDose)}.`}</strong>
        <span>Give it on “now”. A 3 s count lets you match it.</span>
      </p>
      <FailureLine failure={step.failure} />
      <p role="status" className={left === null ? 'visually-hidden' : styles['count']}>
        {countText(left)}
      </p>
      {left === null ? (
        <SaveButton icon="run" iconSolid wide ref={button} missing={missing} onSave={begin}>
          {`Record ${name.toLowerCase()}, ${chairAndPatient(session)}`}
        </SaveButton>
      ) : (
        <Button size="act" wide autoFocus shortcut="Esc" onPress={stop}>
          {`Do not start ${chairAndPatient(session)}`}
        </Button>
      )}
    </section>
  );
}
