import { useState } from 'react';
import type { InfusionView, SessionView } from '../../../../contract/views/session.ts';
import { FIELD_RULES } from '../../../../core/session/entryRules.ts';
import { formatTime } from '../../../components/time.ts';
import { call } from '../../../hooks/call.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { type Step, useStep } from '../../../hooks/useStep.ts';
import type { Proof } from '../running/SecondPerson.tsx';
import { firstMissing } from '../running/sessionWords.ts';
import { type TypedNumber, useTypedNumber } from '../running/typedNumber.ts';
import type { KeyTime } from '../running/useKeyTime.ts';
import { CLOCK_TEXT_MISSING, lastMomentOf } from './clockText.ts';

export type ContainerChange = {
  readonly step: Step<'container:change'>;
  readonly stopped: string;
  readonly setStopped: (text: string) => void;
  readonly restarted: string;
  readonly setRestarted: (text: string) => void;
  readonly restartNow: () => Promise<void>;
  readonly left: TypedNumber;
  readonly label: string;
  readonly setLabel: (text: string) => void;
  readonly leftReason: string;
  readonly setLeftReason: (text: string) => void;
  readonly lateReason: string;
  readonly setLateReason: (text: string) => void;
  readonly missing: string | undefined;
  readonly typed: boolean;
  /** Records it; true when it was recorded. `readBack` null while paused. */
  readonly save: (checker: Proof, readBack: string | null) => Promise<boolean>;
};

/** Everything a nurse types for a change of the container. The stop is the moment of the key until another is typed. */
export function useContainerChange(
  session: SessionView,
  { container }: InfusionView,
  { keyTime, isStill }: { readonly keyTime: KeyTime; readonly isStill: boolean },
): ContainerChange {
  const { clock } = useApp();
  const step = useStep('container:change');
  const left = useTypedNumber(FIELD_RULES.volumeLeft, step.clear);
  const [typedStop, setTypedStop] = useState<string | null>(null);
  const [restarted, setRestarted] = useState('');
  const [label, setLabel] = useState('');
  const [leftReason, setLeftReason] = useState('');
  const [lateReason, setLateReason] = useState('');
  const ofKey = keyTime.at === null ? '' : formatTime(keyTime.at, clock.zone);
  const stopped = typedStop ?? ofKey;
  const momentOf = (text: string): number | undefined => lastMomentOf(text, clock.now, clock.zone);
  const stoppedAt = typedStop === null ? (keyTime.at ?? undefined) : momentOf(typedStop);
  const restartedAt = isStill ? null : momentOf(restarted);
  const changing = (set: (text: string) => void) => (text: string) => {
    set(text);
    step.clear();
  };
  const save: ContainerChange['save'] = async (checker, readBack) => {
    if (stoppedAt === undefined || restartedAt === undefined) return false;
    const late = lateReason.trim() === '' ? {} : { lateReason: lateReason.trim() };
    const saved = await step.send({
      session: session.id,
      label: label.trim(),
      stoppedAt,
      restartedAt,
      volumeLeft: left.value,
      leftReason: leftReason.trim() || null,
      readBack,
      checker,
      ...late,
    });
    return saved !== null;
  };
  const restartNow = async (): Promise<void> => {
    const reply = await call('session:takeTime', {});
    if (reply.ok) setRestarted(formatTime(reply.value.at, clock.zone));
  };
  return {
    step,
    stopped,
    setStopped: changing(setTypedStop),
    restarted,
    setRestarted: changing(setRestarted),
    restartNow,
    left,
    label,
    setLabel: changing(setLabel),
    leftReason,
    setLeftReason: changing(setLeftReason),
    lateReason,
    setLateReason: changing(setLateReason),
    typed: left.value !== '' || label !== '' || restarted !== '' || typedStop !== null,
    missing: firstMissing(
      [stoppedAt === undefined, `${isStill ? 'Changed at' : 'Pump stopped at'}: ${CLOCK_TEXT_MISSING}`],
      [!left.entered, `Type what is left in ${container.noun} ${container.number}.`],
      [label.trim().length < LABEL_DIGITS, 'Type the last 4 from the new label.'],
      [restartedAt === undefined, `Pump ran again at: ${CLOCK_TEXT_MISSING}`],
    ),
    save,
  };
}

const LABEL_DIGITS = 4;
