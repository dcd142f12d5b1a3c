import { useState } from 'react';
import type { TypedCheckAnswer } from '../../../../../contract/views/checklist.ts';
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

/** Medicines that were left out, each with when it was last taken; none is said, never assumed. */
export function WithheldFields({ onAnswer }: AnswerFieldsProps) {
  const [medicines, setMedicines] = useState<readonly Medicine[]>([]);
  const [typed, setTyped] = useState(NO_MEDICINE);
  const missing = missingOf(typed);
  const hand = (next: readonly Medicine[]): void => {
    setMedicines(next);
    onAnswer({ answer: { kind: 'withheld', medicines: [...next] }, missing: undefined });
  };
  const change = (part: Partial<typeof NO_MEDICINE>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    // A line that is begun is not dropped in silence.
    onAnswer({ answer: null, missing: missingOf(next) ?? 'Add the medicine to the list first.' });
  };
  const add = (): void => {
    const { name, day, time } = typed;
    const lastTaken = day === '' ? null : { day, time };
    hand([...medicines, { name: name.trim(), lastTaken }]);
    setTyped(NO_MEDICINE);
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
      <TextEntry
        label="Medicine"
        maxLength={80}
        value={typed.name}
        onType={(name) => change({ name })}
        autoFocus
      />
      <DateOfBirthField
        key={medicines.length}
        label="Last taken on"
        hint="empty: not known"
        value=""
        onChange={(day) => change({ day })}
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
          Add to the list
        </Button>{' '}
        {medicines.length === 0 && <Button onPress={() => hand([])}>Nothing to withhold</Button>}
      </div>
    </>
  );
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
