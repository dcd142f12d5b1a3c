import { useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { LabelData } from '../../../contract/views/labels.ts';
import type { LabelSize } from '../../../core/session/events.ts';
import { useRead } from '../../hooks/queries.ts';

/** What a person chooses of a label: its size, why it is printed again, and whether it is being copied by hand. */
export type LabelChoice = { readonly size: LabelSize; readonly reason: string; readonly byHand: boolean };

/** A label and what was chosen of it so far; the size is the one that fits the container until another is chosen. */
export type ChosenLabel = {
  readonly data: LabelData;
  readonly choice: LabelChoice;
  readonly choose: (part: Partial<LabelChoice>) => void;
};

export function useLabel(
  session: string,
  label: string,
): { readonly chosen: ChosenLabel | null; readonly failure: Failure | null } {
  const { data, failure } = useRead('label:load', { session, label });
  const [choice, setChoice] = useState<Partial<LabelChoice>>({});
  const choose = (part: Partial<LabelChoice>): void => setChoice((before) => ({ ...before, ...part }));
  if (!data) return { chosen: null, failure };
  return {
    chosen: { data, choice: { size: data.fitting, reason: '', byHand: false, ...choice }, choose },
    failure,
  };
}
