import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import type { Records } from '../signIn/useRecords.ts';
import { ClinicStep } from './ClinicStep.tsx';
import { ENTER_GOES_ON } from './enterGoesOn.ts';
import { PersonStep } from './PersonStep.tsx';
import styles from './SetUp.module.css';
import { StepList } from './StepList.tsx';
import {
  EMPTY_FORM,
  missingForClinic,
  missingForPerson,
  type SetUpForm,
  setUpRequest,
  type TypedPerson,
} from './setUpForm.ts';

type SetUpProps = { readonly records: Records; readonly onBack: () => void };

type Step = 0 | 1 | 2;
const TITLES = ['Medical director', 'Administrator', 'Clinic and chairs'] as const;

/** The first run of a real clinic, a step for each person, so that each types their own passphrase. */
export function SetUp({ records, onBack }: SetUpProps) {
  const { clock } = useApp();
  const [form, setForm] = useState(EMPTY_FORM);
  const [step, setStep] = useState<Step>(0);
  const change = (part: Partial<SetUpForm>): void => setForm({ ...form, ...part });
  const failure = records.asked === 'app:createClinic' ? records.failure : null;
  return (
    <div className={styles['setUp']}>
      <StepList current={step} />
      <section className={styles['form']} aria-label={TITLES[step]} {...ENTER_GOES_ON}>
        <h2 className={styles['title']}>{TITLES[step]}</h2>
        <div className={styles['fields']}>
          <StepFields
            step={step}
            form={form}
            onChange={change}
            onPerson={(who, part) => setForm((before) => ({ ...before, [who]: { ...before[who], ...part } }))}
          />
        </div>
        {failure && <FailureNote>{errorText(failure, clock.zone)}</FailureNote>}
        <p role="status" className={styles['status']}>
          {records.busy === 'app:createClinic' && 'Making the record of the clinic.'}
        </p>
        <div className={styles['ways']}>
          <Button size="act" onPress={() => (step === 0 ? onBack() : setStep(step === 1 ? 0 : 1))}>
            Back
          </Button>
          <OnButton
            step={step}
            form={form}
            onStep={setStep}
            onDone={() => records.send('app:createClinic', setUpRequest(form))}
          />
        </div>
      </section>
    </div>
  );
}

type StepFieldsProps = {
  readonly step: Step;
  readonly form: SetUpForm;
  readonly onChange: (part: Partial<SetUpForm>) => void;
  /** Two things of one key may change in turn: each is put on what is there by then. */
  readonly onPerson: (who: 'director' | 'administrator', part: Partial<TypedPerson>) => void;
};

/** The key gives each step fields of its own, so that the focus begins at the first of them. */
function StepFields({ step, form, onChange, onPerson }: StepFieldsProps) {
  if (step === 2) return <ClinicStep form={form} onChange={onChange} />;
  const who = step === 0 ? 'director' : 'administrator';
  const other = step === 0 ? null : form.director;
  return <PersonStep key={who} person={form[who]} other={other} onChange={(part) => onPerson(who, part)} />;
}

type OnButtonProps = {
  readonly step: Step;
  readonly form: SetUpForm;
  readonly onStep: (step: Step) => void;
  readonly onDone: () => void;
};

function OnButton({ step, form, onStep, onDone }: OnButtonProps) {
  const shared = { size: 'act', variant: 'primary', iconAfter: 'arrow', submits: true } as const;
  if (step === 0) {
    return (
      <Button {...shared} missing={missingForPerson(form.director, null)} onPress={() => onStep(1)}>
        Next: administrator
      </Button>
    );
  }
  if (step === 1) {
    return (
      <Button
        {...shared}
        missing={missingForPerson(form.administrator, form.director)}
        onPress={() => onStep(2)}
      >
        Next: clinic and chairs
      </Button>
    );
  }
  return (
    <Button {...shared} missing={missingForClinic(form)} onPress={onDone}>
      Set up this workstation
    </Button>
  );
}
