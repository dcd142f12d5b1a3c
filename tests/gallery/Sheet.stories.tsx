import { useState } from 'react';
import { ActionBar } from '../../src/renderer/components/ActionBar.tsx';
import { Button } from '../../src/renderer/components/Button.tsx';
import { DueChip } from '../../src/renderer/components/DueChip.tsx';
import { EffectButton } from '../../src/renderer/components/EffectButton.tsx';
import { PatientBanner } from '../../src/renderer/components/PatientBanner.tsx';
import { Scale } from '../../src/renderer/components/Scale.tsx';
import { Sheet } from '../../src/renderer/components/Sheet.tsx';
import { NumberFieldDemo } from './NumberFieldDemo.tsx';
import { NOW, OKAFOR, ZONE } from './people.ts';
import { SPO2, SYSTOLIC } from './rules.ts';
import styles from './stories.module.css';
import { nothing, type Story } from './story.ts';

const EFFECTS = ['Dizzy', 'Nausea', 'Vomiting', 'BP up', 'Drowsy', 'Headache', 'Itch', 'Anxious'];

function Body() {
  return (
    <>
      <div className={styles['vitals']}>
        <NumberFieldDemo
          label="BP systolic"
          unitPlace="label"
          rule={SYSTOLIC}
          typed="138"
          alreadyEntered
          autoFocus
        />
        <NumberFieldDemo label="Diastolic" unitPlace="label" rule={SYSTOLIC} typed="86" alreadyEntered />
        <NumberFieldDemo label="SpO2" unitPlace="snug" rule={SPO2} emptyWord="Not recorded">
          98 at 10:10
        </NumberFieldDemo>
        <Scale label="MOAA/S" highest={5} height={56} chosen={5} onChoose={nothing} />
      </div>
      <div className={styles['effects']}>
        {EFFECTS.map((label) => (
          <EffectButton
            key={label}
            label={label}
            severity={label === 'Nausea' ? 1 : null}
            onSeverity={nothing}
          />
        ))}
        <EffectButton label="Seizure" serious severity={null} onSeverity={nothing} />
      </div>
    </>
  );
}

/** A record pad that opens from a button, so that the focus has somewhere to go back to. */
export function RecordPad({ openFirst = false }: { readonly openFirst?: boolean }) {
  const [isOpen, setIsOpen] = useState(openFirst);
  const close = () => setIsOpen(false);
  return (
    <main className={styles['pad']}>
      <h1 className="visually-hidden">Chair 2</h1>
      <Button onPress={() => setIsOpen(true)}>Record vitals</Button>
      <Sheet
        isOpen={isOpen}
        onClose={close}
        title="Record"
        head={<span>Next due after saving 10:36</span>}
        banner={
          <PatientBanner
            patient={OKAFOR}
            now={NOW}
            zone={ZONE}
            chair={2}
            state={<DueChip level="overdue">OVERDUE 6 min</DueChip>}
          />
        }
        footer={
          <ActionBar
            say="Tab moves BP, heart rate, SpO2. Enter saves."
            end={
              <>
                <Button size="act" shortcut="Esc" onPress={close}>
                  Close
                </Button>
                <Button size="act" variant="primary" iconAfter="enter" onPress={close}>
                  Save for Chair 2 — OKAFOR
                </Button>
              </>
            }
          />
        }
      >
        <Body />
      </Sheet>
    </main>
  );
}

export const stories: readonly Story[] = [
  { name: 'record pad', solo: true, render: () => <RecordPad openFirst /> },
];
