import { errorText } from '../../errorText.ts';

/** A weighing as typed so far. Nothing is preselected: each answer is given by whoever weighs. */
export type WeighingDraft = {
  readonly weight: string;
  /** True once the weight was entered, by Enter. */
  readonly entered: boolean;
  /** The second weighing, where one is asked for. */
  readonly again: string;
  readonly againEntered: boolean;
  readonly scale: string;
  readonly method: 'measured' | 'stated' | null;
  readonly clothed: boolean | null;
};

export const NO_DRAFT: WeighingDraft = {
  weight: '',
  entered: false,
  again: '',
  againEntered: false,
  scale: '',
  method: null,
  clothed: null,
};

/** A draft that can be recorded. */
export type WholeDraft = WeighingDraft & {
  readonly method: 'measured' | 'stated';
  readonly clothed: boolean;
};

export function isWhole(draft: WeighingDraft, twice: boolean): draft is WholeDraft {
  return missingInDraft(draft, twice) === undefined;
}

/**
 * The first thing that is missing, in the order of the fields; undefined when nothing is. `twice` when a second weighing
 * is asked for.
 */
export function missingInDraft(draft: WeighingDraft, twice: boolean): string | undefined {
  const { weight, entered, again, againEntered, scale, method, clothed } = draft;
  if (weight === '') return 'Type the weight.';
  if (!entered) return 'The weight is typed, not entered. Press Enter in its field.';
  if (twice && again === '') return 'Weigh again and type the second weighing.';
  if (twice && !againEntered) return 'The second weighing is typed, not entered. Press Enter in its field.';
  if (method === null) return 'Say whether it was measured or stated.';
  if (method === 'measured' && scale.trim() === '')
    return errorText({ kind: 'textMissing', field: 'scale' }, '');
  if (clothed === null) return 'Say whether the patient was clothed.';
  return undefined;
}
