import { useRef, useState } from 'react';
import type { ChairSession } from '../../../contract/views/session.ts';
import { NumberField } from '../../components/NumberField.tsx';
import type { FieldHandle } from '../../components/typing.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { pressedEffects } from '../session/running/padEffects.ts';
import { padQuestions } from '../session/running/padQuestions.ts';
import {
  EMPTY_PAD,
  isBegun,
  PAD_RULES,
  type Pad,
  padRefusal,
  padVitals,
} from '../session/running/padValues.ts';
import { useSecondPerson } from '../session/running/SecondPerson.tsx';
import { AskAgain } from '../session/sheets/RecordPad.tsx';
import { RecordPadEffects } from '../session/sheets/RecordPadEffects.tsx';
import styles from './AwayPad.module.css';
import { AwaySheet } from './AwaySheet.tsx';

/** The five values of every round, less the slower ones: those have their place on the pad of an open desk. */
const FIELDS = ['systolic', 'diastolic', 'heartRate', 'spo2'] as const;
const LABELS = { systolic: 'BP systolic', diastolic: 'BP diastolic', heartRate: 'HR', spo2: 'SpO2' } as const;

/** Nothing of the session is shown on a locked desk, so nothing of it is asked against. */
const NOTHING_KNOWN = { baseline: null, infusion: null, counted: null, effects: [] } as const;

type AwayPadProps = { readonly session: ChairSession; readonly onClose: () => void };

/** One round of vital signs, or what was seen. */
export function AwayPad({ session, onClose }: AwayPadProps) {
  const { clock } = useApp();
  const [pad, setPad] = useState<Pad>(EMPTY_PAD);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [isJudged, setIsJudged] = useState(false);
  const person = useSecondPerson();
  const step = useStep('away:observe');
  const questions = padQuestions(pad, NOTHING_KNOWN, clock.zone);
  const isRefused = FIELDS.some((field) => padRefusal(field, pad.numbers[field]) !== undefined);
  const missing = isBegun(pad) ? undefined : 'Nothing is entered yet.';
  const save = async (): Promise<void> => {
    const { proof } = person;
    if (missing !== undefined || !proof) return;
    if (isRefused) return setIsJudged(true);
    if (questions.some(({ id }) => !asked.includes(id))) return setAsked(questions.map(({ id }) => id));
    const request = {
      session: session.id,
      by: proof,
      vitals: padVitals(pad),
      effects: [...pressedEffects(pad)],
    };
    if (await step.send(request)) onClose();
  };
  return (
    <AwaySheet
      session={session}
      title="Record vitals or an effect"
      missing={missing}
      person={person}
      failure={step.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <AskAgain questions={questions.filter(({ id }) => asked.includes(id))} />
      <Numbers pad={pad} onPad={setPad} isJudged={isJudged} />
      <div className={styles['wide']}>
        <RecordPadEffects pad={pad} onPad={setPad} focusFirst={false} />
      </div>
    </AwaySheet>
  );
}

type NumbersProps = {
  readonly pad: Pad;
  readonly onPad: (pad: Pad) => void;
  /** A save was refused: what cannot be taken says why. */
  readonly isJudged: boolean;
};

function Numbers({ pad, onPad, isJudged }: NumbersProps) {
  const fields = useRef<(FieldHandle | null)[]>([]);
  return (
    <fieldset aria-label="Vital signs" className={styles['numbers']}>
      {FIELDS.map((field, place) => {
        const typed = pad.numbers[field];
        const refusal = padRefusal(field, typed);
        return (
          <NumberField
            key={field}
            rule={PAD_RULES[field]}
            label={LABELS[field]}
            unitPlace="label"
            emptyWord="Not recorded"
            optional
            value={typed}
            entered={typed !== '' && refusal === undefined}
            refusal={isJudged ? refusal : undefined}
            onType={(text) => onPad({ ...pad, numbers: { ...pad.numbers, [field]: text } })}
            onCommit={() => {}}
            onNext={() => fields.current[place + 1]?.focus()}
            autoFocus={place === 0}
            ref={(handle) => {
              fields.current[place] = handle;
            }}
          />
        );
      })}
    </fieldset>
  );
}
