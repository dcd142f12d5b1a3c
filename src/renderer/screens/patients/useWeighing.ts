import { useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { useStep } from '../../hooks/useStep.ts';
import { useWeighAgain } from './useWeighAgain.ts';
import { isWhole, NO_DRAFT, type WeighingDraft } from './weighingDraft.ts';

export type Weighing = {
  readonly draft: WeighingDraft;
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
  const considered = useWeighAgain(patient, draft);
  const weighAgain = draft.method === 'stated' ? null : (considered ?? refused?.sentence ?? null);
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
  return { draft, weighAgain, change, save: () => void save(), failure: step.failure, recorded };
}
