import { useState } from 'react';
import { Segmented } from '../../../../components/Segmented.tsx';
import { TextEntry } from '../../../../components/TextEntry.tsx';
import type { AnswerFieldsProps } from './CheckSheet.tsx';

const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
export const CLOCK_TIME_MISSING = 'Type the time as hours and minutes, 07:40.';

/** True for a clock time of 24 hours, `07:40`. Nothing is guessed from `7.40` or `740`. */
export function isClockTime(text: string): boolean {
  return CLOCK_TIME.test(text);
}

type SaidTime = { readonly day: 'today' | 'yesterday'; readonly time: string };

/** When something was: a clock time of today or yesterday; neither is chosen beforehand. */
export function TimeFields({ onAnswer }: AnswerFieldsProps) {
  return (
    <SaidTimeFields
      onSaid={(said, missing) => onAnswer({ answer: said && { kind: 'time', said }, missing })}
      autoFocus
    />
  );
}

type SaidTimeFieldsProps = {
  readonly onSaid: (said: SaidTime | null, missing: string | undefined) => void;
  readonly autoFocus?: boolean;
};

export function SaidTimeFields({ onSaid, autoFocus = false }: SaidTimeFieldsProps) {
  const [day, setDay] = useState<SaidTime['day'] | null>(null);
  const [time, setTime] = useState('');
  const [left, setLeft] = useState(false);
  const change = (nextDay: SaidTime['day'] | null, nextTime: string): void => {
    setDay(nextDay);
    setTime(nextTime);
    setLeft(false);
    const missing = !isClockTime(nextTime)
      ? CLOCK_TIME_MISSING
      : nextDay === null
        ? 'Choose today or yesterday.'
        : undefined;
    onSaid(missing === undefined && nextDay ? { day: nextDay, time: nextTime } : null, missing);
  };
  return (
    <>
      <TextEntry
        label="Time"
        emptyWord="HH:MM"
        maxLength={5}
        value={time}
        onType={(typed) => change(day, typed)}
        onEnter={() => setLeft(true)}
        refusal={left && !isClockTime(time) ? CLOCK_TIME_MISSING : undefined}
        autoFocus={autoFocus}
      />
      <Segmented
        label="Day"
        choices={[
          { id: 'today', label: 'Today' },
          { id: 'yesterday', label: 'Yesterday' },
        ]}
        chosen={day}
        onChoose={(id) => change(id === 'today' ? 'today' : 'yesterday', time)}
      />
    </>
  );
}
