import { useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { useStep } from '../../hooks/useStep.ts';
import { type ConsideredWeight, useConsideredWeight } from './useConsideredWeight.ts';
import { isWhole, NO_DRAFT, type WeighingDraft } from './weighingDraft.ts';

export type Weighing = {
  readonly draft: WeighingDraft;
  /** The weight typed, in pounds; null while it is none. */
  readonly pounds: ConsideredWeight['pounds'] | null;
  /** Why the weight is to be weighed again; null where once is enough. */
  readonly weighAgain: string | null;
  readonly change: (part: Partial<WeighingDraft>) => void;
  readonly save: () => void;
  readonly failure: Failure | null;
  /** The record as it answered the last weighing, until something is typed again. */
  readonly recorded: PatientRecordView | null;
};

/** A weighing from the first key to the record. What was typed stays until the record has it. */
export function useWeighing(patient: string): Weighing {
  const [draft, setDraft] = useState(NO_DRAFT);
  const [recorded, setRecorded] = useState<PatientRecordView | null>(null);
  const step = useStep('patient:recordWeight');
  const refused = step.failure?.kind === 'weighAgain' ? step.failure : null;
  const considered = useConsideredWeight(patient, draft.weight);
  const isHeldUp = draft.entered && draft.method !== 'stated';
  const weighAgain = isHeldUp ? (considered?.weighAgain ?? refused?.sentence ?? null) : null;
  const change = (part: Partial<WeighingDraft>): void => {
    setDraft((typed) => ({ ...typed, ...part }));
    setRecorded(null);
    // What was asked of a weight is asked until the weight is another one.
    if (!refused || part.weight !== undefined) step.clear();
  };
  const save = async (): Promise<void> => {
    const twice = weighAgain !== null;
    if (!isWhole(draft, twice)) return;
    const { weight, scale, method, clothed } = draft;
    const again = twice ? draft.again : null;
    const saved = await step.send({ patient, weight, again, scale, method, clothed });
    if (!saved) return;
    setDraft(NO_DRAFT);
    setRecorded(saved);
  };
  const pounds = considered?.pounds ?? null;
  return { draft, pounds, weighAgain, change, save: () => void save(), failure: step.failure, recorded };
}
