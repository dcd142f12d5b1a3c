import { useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import type { EffectKind } from '../../../../core/session/events.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { isSerious, pressedEffects } from './padEffects.ts';
import { padQuestions } from './padQuestions.ts';
import {
  EMPTY_PAD,
  PAD_FIELDS,
  type Pad,
  type PadField,
  type PadNumbers,
  padRefusal,
  padVitals,
} from './padValues.ts';

type Outcomes = {
  /** The first number that cannot be taken; all of them say why. */
  readonly onRefused: (field: PadField) => void;
  /** Recorded, with the effects of it that are serious. */
  readonly onSaved: (serious: readonly EffectKind[]) => void;
};

/** What is on the pad, and the way it is saved: refused all at once, asked about once, then sent. */
export function useRecordPad(session: SessionView, { onRefused, onSaved }: Outcomes) {
  const { clock } = useApp();
  const step = useStep('observation:record');
  const [pad, setPad] = useState<Pad>(EMPTY_PAD);
  const [judged, setJudged] = useState<PadNumbers | null>(null);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const questions = padQuestions(pad, session, clock.zone);
  const send = async (): Promise<void> => {
    const effects = [...pressedEffects(pad)];
    const request = { session: session.id, vitals: padVitals(pad), effects, ended: [...pad.ended] };
    if (await step.send(request)) onSaved(effects.map(({ effect }) => effect).filter(isSerious));
  };
  const save = async (): Promise<void> => {
    const refused = PAD_FIELDS.find((field) => padRefusal(field, pad.numbers[field]) !== undefined);
    if (refused) {
      setJudged(pad.numbers);
      onRefused(refused);
    } else if (questions.some(({ id }) => !asked.includes(id))) {
      setAsked(questions.map(({ id }) => id));
    } else {
      await send();
    }
  };
  return {
    pad,
    setPad: (next: Pad): void => {
      setPad(next);
      if (step.failure) step.clear();
    },
    /** The numbers of the last refused save. */
    judged,
    /** What was asked about and still stands. */
    questions: questions.filter(({ id }) => asked.includes(id)),
    failure: step.failure,
    save,
  };
}
