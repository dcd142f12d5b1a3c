import { useState } from 'react';
import type { Failure } from '../../contract/failures.ts';
import type { TypedDetailsView } from '../../contract/views/patients.ts';
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
import { useStep } from '../hooks/useStep.ts';
import { ENTER_GOES_ON } from './firstRun/enterGoesOn.ts';
import { AllergyFields } from './patients/AllergyFields.tsx';
import { DetailFields } from './patients/DetailFields.tsx';
import styles from './patients/FormRows.module.css';
import { PossibleMatches } from './patients/PossibleMatches.tsx';
import { allergiesToSend, hasWrongYear, NO_ALLERGIES_TYPED } from './patients/typedAllergies.ts';

const NOTHING_TYPED: TypedDetailsView = {
  familyName: '',
  givenName: '',
  preferredName: '',
  title: '',
  born: '',
  sex: '',
  recordNumber: '',
  height: '',
};

/** T1: a new patient, after a search that did not find them. Source: UX 2.3 and 3.3. */
export function RegisterPatient() {
  const { clock } = useApp();
  const { go } = usePlace();
  const [details, setDetails] = useState(NOTHING_TYPED);
  const [allergies, setAllergies] = useState(NO_ALLERGIES_TYPED);
  const step = useStep('patients:register');
  const back = (): void => go({ at: 'patients' });
  useKeys({ escape: back });
  const send = async (anyway: boolean): Promise<void> => {
    const added = await step.send({ details, allergies: allergiesToSend(allergies), anyway });
    if (added) go({ at: 'patient', patient: added.banner.id });
  };
  const { failure } = step;
  const text = failure ? errorText(failure, clock.zone) : undefined;
  return (
    <Screen
      head={<ScreenHead title="New patient" clock={formatTime(clock.now, clock.zone)} />}
      actions={
        <ActionBar
          groups={[
            <Button key="back" size="act" onPress={back}>
              Back to the search
            </Button>,
          ]}
          end={
            <Button
              size="act"
              variant="primary"
              missing={hasWrongYear(allergies) ? 'A year has four digits.' : undefined}
              onPress={() => void send(false)}
            >
              Register patient
            </Button>
          }
        />
      }
    >
      <div className={styles['form']} {...ENTER_GOES_ON}>
        <DetailFields
          typed={details}
          failure={failure}
          taken={failure?.kind === 'recordNumberTaken' ? text : undefined}
          onChange={(part) => {
            setDetails((typed) => ({ ...typed, ...part }));
            step.clear();
          }}
        />
        <AllergyFields
          typed={allergies}
          refusal={isAboutAllergies(failure) ? text : undefined}
          onChange={(typed) => {
            setAllergies(typed);
            step.clear();
          }}
        />
        {failure?.kind === 'possibleMatches' && (
          <PossibleMatches
            failure={failure}
            onOpen={(patient) => go({ at: 'patient', patient })}
            onAnyway={() => void send(true)}
          />
        )}
        {text !== undefined && !isSaidAtAField(failure) && (
          <FailureNote tone={failure?.kind === 'notSaved' ? 'stop' : 'warn'}>{text}</FailureNote>
        )}
      </div>
    </Screen>
  );
}

function isAboutAllergies(failure: Failure | null): boolean {
  return (
    failure !== null &&
    ['allergyStatusMissing', 'allergyItemMissing', 'allergyYearWrong'].includes(failure.kind)
  );
}

/** What stands at a field, or beside the question it asks. */
function isSaidAtAField(failure: Failure | null): boolean {
  return (
    isAboutAllergies(failure) ||
    failure?.kind === 'patientRefused' ||
    failure?.kind === 'recordNumberTaken' ||
    failure?.kind === 'possibleMatches'
  );
}
