import { ActionBar } from '../../src/renderer/components/ActionBar.tsx';
import { Button } from '../../src/renderer/components/Button.tsx';
import { DateOfBirthField } from '../../src/renderer/components/DateOfBirthField.tsx';
import { NumPad } from '../../src/renderer/components/NumPad.tsx';
import { PatientBanner } from '../../src/renderer/components/PatientBanner.tsx';
import { SelectField } from '../../src/renderer/components/SelectField.tsx';
import { StateChip } from '../../src/renderer/components/StateChip.tsx';
import { TakeOver } from '../../src/renderer/components/TakeOver.tsx';
import { NumberFieldDemo } from './NumberFieldDemo.tsx';
import { NOW, OKAFOR_BLIND, ZONE } from './people.ts';
import { DOSE, OVER, RATE, VOLUME, WEIGHT } from './rules.ts';
import styles from './stories.module.css';
import { nothing, type Story } from './story.ts';

function BlindForm() {
  return (
    <div className={styles['blind-form']}>
      <div className={styles['blind-fields']}>
        <div>
          <DateOfBirthField blind number={1} hint="ask the patient" value="1984-03-09" onChange={nothing} />
          <SelectField
            label="Drug and strength"
            number={2}
            hint="read the vial"
            size="blind"
            choices={[{ id: '10', label: 'ketamine 10 mg per mL, vial 20 mL' }]}
            chosen="10"
            onChoose={nothing}
          />
          <NumberFieldDemo blind number={3} label="Weight" rule={WEIGHT} typed="72" alreadyEntered />
          <NumberFieldDemo blind number={4} label="Dose" rule={DOSE} typed="0.5" alreadyEntered />
        </div>
        <div>
          <NumberFieldDemo blind number={5} label="Over" hint="read the order sheet" rule={OVER} />
          <NumberFieldDemo blind number={6} label="Preparation" rule={VOLUME} typed="50" alreadyEntered />
          <NumberFieldDemo blind number={7} label="Pump rate" hint="your own sum" rule={RATE} autoFocus />
          <NumberFieldDemo blind number={8} label="Volume to give" hint="your own sum" rule={VOLUME} />
        </div>
      </div>
      <div className={styles['blind-pad']}>
        <NumPad label="7  Pump rate, mL/h" onKey={nothing} onErase={nothing} onNext={nothing} />
      </div>
    </div>
  );
}

function takeOver(training: boolean) {
  return (
    <TakeOver
      training={training}
      title="Second entry"
      note="Work from the source, not from memory."
      facts={[
        <>
          You are <b>J. Osei RN</b>
        </>,
        'First entry by another clinician at 09:21',
        <b key="attempt">Attempt 1 of 2</b>,
      ]}
      banner={
        <PatientBanner
          patient={OKAFOR_BLIND}
          now={NOW}
          zone={ZONE}
          chair={2}
          state={<StateChip state="BLIND" />}
        />
      }
      actions={
        <ActionBar
          groups={[
            <Button key="cannot" size="act" onPress={nothing}>
              Cannot do this now
            </Button>,
          ]}
          end={
            <Button size="act" missing="3 fields are not entered" onPress={nothing}>
              Compare
            </Button>
          }
        />
      }
    >
      <BlindForm />
    </TakeOver>
  );
}

export const stories: readonly Story[] = [
  { name: 'second entry', solo: true, render: () => takeOver(false) },
  { name: 'second entry in the training clinic', solo: true, render: () => takeOver(true) },
];
