import { Button } from '../../components/Button.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import type { Records } from '../signIn/useRecords.ts';
import { Door } from './Door.tsx';
import styles from './Doors.module.css';
import { clinicDoor, newClinicDoor, trainingDoor } from './doorWords.ts';

type DoorsProps = { readonly records: Records; readonly onSetUp: () => void };

/** Two doors side by side. The left one leads to the clinic's record, once there is one. */
export function Doors({ records, onSetUp }: DoorsProps) {
  const { app } = useApp();
  return (
    <div className={styles['doors']}>
      {app.has.clinic ? <OpenClinic records={records} /> : <NewClinic onSetUp={onSetUp} />}
      <Training records={records} made={app.has.training} />
    </div>
  );
}

function NewClinic({ onSetUp }: { readonly onSetUp: () => void }) {
  return (
    <Door words={newClinicDoor()}>
      <Button size="act" variant="primary" iconAfter="arrow" autoFocus onPress={onSetUp}>
        Set up this workstation
      </Button>
    </Door>
  );
}

function OpenClinic({ records }: { readonly records: Records }) {
  return (
    <Door words={clinicDoor()} failure={failureOf(records, 'app:openClinic')}>
      <Button
        size="act"
        variant="primary"
        iconAfter="arrow"
        autoFocus
        onPress={() => records.send('app:openClinic', {})}
      >
        Open the clinic
      </Button>
    </Door>
  );
}

function Training({ records, made }: { readonly records: Records; readonly made: boolean }) {
  const preparing = !made && records.busy === 'app:openTraining';
  return (
    <Door
      words={trainingDoor(made)}
      training
      status={preparing ? 'Preparing the training clinic. This takes a few seconds, once.' : null}
      failure={failureOf(records, 'app:openTraining')}
    >
      <Button size="act" iconAfter="arrow" onPress={() => records.send('app:openTraining', {})}>
        Open the training clinic
      </Button>
    </Door>
  );
}

function failureOf({ failure, asked }: Records, door: Records['asked']) {
  return asked === door ? failure : null;
}
