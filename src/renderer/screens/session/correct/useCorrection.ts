import { useState } from 'react';
import type { SessionView, TimelineRow } from '../../../../contract/views/session.ts';
import type { CorrectionReason } from '../../../../core/session/events.ts';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { pressedEffects } from '../running/padEffects.ts';
import { padQuestions } from '../running/padQuestions.ts';
import { PAD_FIELDS, type Pad, type PadNumbers, padOf, padRefusal, padVitals } from '../running/padValues.ts';
import { firstMissing } from '../running/sessionWords.ts';
import { seenAt, timeAsTyped, timeRefusal } from './seenTime.ts';

export type CorrectionReasonTyped = { readonly reason: CorrectionReason | null; readonly note: string };

/** What is put right, as typed, and the way it is saved: asked about once like any round, then sent. */
export function useCorrection(session: SessionView, row: TimelineRow, onSaved: () => void) {
  const { clock } = useApp();
  const step = useStep('observation:correct');
  const [first] = useState(() => padOf(row.vitals, row.effect));
  const [pad, setPad] = useState<Pad>(first);
  const [time, setTime] = useState(() => timeAsTyped(row.done.happenedAt, clock.zone));
  const [why, setWhy] = useState<CorrectionReasonTyped>({ reason: null, note: '' });
  const [judged, setJudged] = useState<PadNumbers | null>(null);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const isTimeSame = time === timeAsTyped(row.done.happenedAt, clock.zone);
  const isChanged = pad !== first || !isTimeSame;
  const questions = row.vitals ? padQuestions(pad, session, clock.zone) : [];
  const missing = firstMissing(
    [!isChanged, errorText({ kind: 'nothingCorrected' }, '')],
    [timeRefusal(time) !== undefined, 'The time is not right yet.'],
    [why.reason === null, 'Choose what was wrong.'],
    [why.reason === 'other' && why.note.trim() === '', errorText({ kind: 'textMissing', field: 'note' }, '')],
  );
  const save = async (): Promise<void> => {
    const { reason, note } = why;
    const { correctable } = row;
    if (missing !== undefined || reason === null || correctable === null) return;
    if (PAD_FIELDS.some((field) => padRefusal(field, pad.numbers[field]) !== undefined)) {
      setJudged(pad.numbers);
    } else if (questions.some(({ id }) => !asked.includes(id))) {
      setAsked(questions.map(({ id }) => id));
    } else {
      const saved = await step.send({
        session: session.id,
        corrects: correctable.id,
        vitals: row.vitals ? (padVitals(pad) ?? NOTHING) : null,
        effect: row.effect ? (pressedEffects(pad)[0] ?? row.effect) : null,
        seenAt: seenAt(time, row.done.happenedAt, clock.zone),
        reason,
        note: reason === 'other' ? note.trim() : null,
      });
      if (saved) onSaved();
    }
  };
  const change = (next: Pad): void => {
    setPad(next);
    if (step.failure) step.clear();
  };
  return {
    pad,
    setPad: change,
    time,
    setTime,
    why,
    setWhy,
    judged,
    questions: questions.filter(({ id }) => asked.includes(id)),
    missing,
    isChanged: isChanged || why.note !== '',
    failure: step.failure,
    save,
  };
}

/** Everything was taken out of the round: the service says what to do instead. */
const NOTHING: NonNullable<ReturnType<typeof padVitals>> = {
  systolic: null,
  diastolic: null,
  heartRate: null,
  spo2: null,
  oxygen: null,
  respiration: null,
  temperature: null,
  moaas: null,
  pain: null,
};
