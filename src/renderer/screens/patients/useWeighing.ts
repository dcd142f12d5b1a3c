import { useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { useStep } from '../../hooks/useStep.ts';
import { isWhole, NO_DRAFT, type WeighingDraft } from './weighingDraft.ts';

export type Weighing = {
  readonly draft: WeighingDraft;
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
  const change = (part: Partial<WeighingDraft>): void => {
    setDraft((typed) => ({ ...typed, ...part }));
    setRecorded(null);
    step.clear();
  };
  const save = async (): Promise<void> => {
    if (!isWhole(draft)) return;
    const { weight, scale, method, clothed } = draft;
    const saved = await step.send({ patient, weight, scale, method, clothed });
    if (!saved) return;
    setDraft(NO_DRAFT);
    setRecorded(saved);
  };
  return { draft, change, save: () => void save(), failure: step.failure, recorded };
}
