import { useState } from 'react';
import type { TypedCheckAnswer } from '../../../../../contract/views/checklist.ts';
import type { SessionView } from '../../../../../contract/views/session.ts';
import { Button } from '../../../../components/Button.tsx';
import { DateOfBirthField } from '../../../../components/DateOfBirthField.tsx';
import { TextEntry } from '../../../../components/TextEntry.tsx';
import { formatCalendarDate } from '../../../../components/time.ts';
import { errorText } from '../../../../errorText.ts';
import body from '../../recovery/SheetBody.module.css';
import { firstMissing } from '../../running/sessionWords.ts';
import type { AnswerFieldsProps } from './CheckSheet.tsx';
import { CLOCK_TIME_MISSING, isClockTime } from './TimeFields.tsx';

type Medicine = Extract<TypedCheckAnswer, { kind: 'withheld' }>['medicines'][number];

const NO_MEDICINE = { name: '', day: '', time: '' };

type WithheldFieldsProps = AnswerFieldsProps & {
  /** By the signed assessment: each is said by itself, and none is typed. */
  readonly toWithhold: SessionView['checklist']['toWithhold'];
};

/** Medicines that were left out, each with when it was last taken; none is said, never assumed. */
export function WithheldFields({ toWithhold, onAnswer }: WithheldFieldsProps) {
  const [medicines, setMedicines] = useState<readonly Medicine[]>([]);
  const [typed, setTyped] = useState(NO_MEDICINE);
  const [next, ...later] = unsaid(toWithhold, medicines);
  const line = next ? { ...typed, name: next.name } : typed;
  const missing = missingOf(line);
  const hand = (said: readonly Medicine[]): void => {
    setMedicines(said);
    const open = unsaid(toWithhold, said).map(({ name }) => name);
    const answer = open.length === 0 ? ({ kind: 'withheld', medicines: [...said] } as const) : null;
    onAnswer({ answer, missing: answer ? undefined : `Not said yet: ${open.join(', ')}.` });
  };
  const change = (part: Partial<typeof NO_MEDICINE>): void => {
    const changed = { ...line, ...part };
    setTyped(changed);
    // A line that is begun is not dropped in silence.
    onAnswer({ answer: null, missing: missingOf(changed) ?? 'Add the medicine to the list first.' });
  };
  const add = (): void => {
    const { name, day, time } = line;
    const lastTaken = day === '' ? null : { day, time };
    setTyped(NO_MEDICINE);
    hand([...medicines, { name: name.trim(), lastTaken }]);
  };
  return (
    <>
      {medicines.length > 0 && (
        <ul className={`${body['whole']} ${body['list']}`}>
          {medicines.map((medicine) => (
            <li key={medicine.name}>{medicineText(medicine)}</li>
          ))}
        </ul>
      )}
      {next ? (
        <NamedMedicine medicine={next} later={later.length} />
      ) : (
        <TextEntry
          label={toWithhold.length > 0 ? 'Another medicine' : 'Medicine'}
          maxLength={80}
          value={typed.name}
          onType={(name) => change({ name })}
          autoFocus={toWithhold.length === 0}
        />
      )}
      <DateOfBirthField
        key={medicines.length}
        label="Last taken on"
        hint="empty: not known"
        value=""
        onChange={(day) => change({ day })}
        autoFocus={next !== undefined}
      />
      <TextEntry
        label="Last taken at"
        emptyWord="HH:MM"
        maxLength={5}
        value={typed.time}
        onType={(time) => change({ time })}
        optional
      />
      <div className={body['whole']}>
        <Button missing={missing} onPress={add}>
          {next ? `Add ${next.name} to the list` : 'Add to the list'}
        </Button>{' '}
        {medicines.length === 0 && !next && <Button onPress={() => hand([])}>Nothing to withhold</Button>}
      </div>
    </>
  );
}

/** One of the assessment's medicines, with what was said of it then. */
function NamedMedicine({
  medicine: { name, asTold },
  later,
}: {
  readonly medicine: WithheldFieldsProps['toWithhold'][number];
  readonly later: number;
}) {
  return (
    <p className={body['say']}>
      <strong>{name}</strong>
      <br />
      <span className={body['detail']}>
        {[
          'withheld by the assessment',
          ...(asTold === '' ? [] : [`last taken as told then: ${asTold}`]),
          ...(later === 0 ? [] : [`${later} more after this`]),
        ].join(' · ')}
      </span>
    </p>
  );
}

function unsaid(
  toWithhold: WithheldFieldsProps['toWithhold'],
  said: readonly Medicine[],
): WithheldFieldsProps['toWithhold'] {
  return toWithhold.filter(({ name }) => !said.some((medicine) => medicine.name === name));
}

function missingOf({ name, day, time }: typeof NO_MEDICINE): string | undefined {
  return firstMissing(
    [name.trim() === '', errorText({ kind: 'textMissing', field: 'medicine' }, '')],
    [(day !== '' || time !== '') && !isClockTime(time), CLOCK_TIME_MISSING],
    [time !== '' && day === '', 'Type the day it was last taken.'],
  );
}

function medicineText({ name, lastTaken }: Medicine): string {
  return lastTaken
    ? `${name}, last ${formatCalendarDate(lastTaken.day)} ${lastTaken.time}`
    : `${name}, last taken not known`;
}
