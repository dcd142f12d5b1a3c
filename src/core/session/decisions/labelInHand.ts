import { err, ok, type Result } from '../../result.ts';
import type { SessionRefusal } from '../refusals.ts';
import type { Preparation } from '../session.ts';

/** Whose label it is that was typed or scanned here: chairs, and family names as on the banner. */
export type LabelElsewhere = {
  readonly chair: number;
  readonly name: string;
  readonly ownChair: number;
  readonly ownName: string;
};

/**
 * The label in hand must be this preparation's own: its last four, or the whole number where it was scanned. One that
 * is in use at another chair is named with that chair. Gives the whole label. Source: UX 2.3 T8 and T14, scenario 32.
 */
export function labelInHand(
  { witnessed }: Preparation,
  typed: string,
  elsewhere: LabelElsewhere | null,
): Result<string, SessionRefusal> {
  if (witnessed && isLabel(witnessed.label, typed)) return ok(witnessed.label);
  return err(elsewhere ? { kind: 'labelOfAnother', ...elsewhere } : { kind: 'labelDiffers' });
}

/** Whether a label is meant by its last four, or by the whole of it. */
export function isLabel(label: string, typed: string): boolean {
  const text = typed.trim().toUpperCase();
  return text === label.slice(-LABEL_DIGITS) || text === label;
}

const LABEL_DIGITS = 4;
