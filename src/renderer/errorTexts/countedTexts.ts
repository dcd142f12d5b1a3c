import { formatQuantityText, NO_BREAK_SPACE } from '../../core/quantity/format.ts';
import { formatElapsed } from '../../core/quantity/formatDuration.ts';
import { capitalised } from '../documents/words.ts';
import type { TextsFor } from './textFor.ts';

/** Sprays and injections that are counted. */
export const COUNTED_TEXTS: TextsFor<
  | 'dosesOutsideProtocol'
  | 'gapTooShort'
  | 'doseNotMeasurable'
  | 'doseTooLarge'
  | 'otherWayOfGiving'
  | 'otherDoseNext'
  | 'doseTooEarly'
> = {
  dosesOutsideProtocol: ({ doses, lowest, highest, of }) =>
    `${counted(doses, of)}: this protocol allows ${lowest} to ${highest}. Change the number.`,
  gapTooShort: ({ gapMinutes, leastMinutes }) =>
    `A gap of ${gapMinutes}${NO_BREAK_SPACE}min is shorter than the ${leastMinutes}${NO_BREAK_SPACE}min of this protocol. Type a longer one.`,
  doseNotMeasurable: ({ volume, step }) =>
    `${formatQuantityText(volume)} cannot be measured: the syringe is marked every ${formatQuantityText(step)}. Choose another vial.`,
  doseTooLarge: ({ volume, most }) =>
    `One dose would be ${formatQuantityText(volume)}; this device gives at most ${formatQuantityText(most)} at once. Choose a stronger vial.`,
  otherWayOfGiving: () =>
    'This step does not belong to this session: counted doses have no pump, and an infusion has no counted doses.',
  otherDoseNext: ({ number }) => `Dose ${number} comes next. Look at the screen again.`,
  doseTooEarly: ({ number, waitMilliseconds, of }) =>
    `${capitalised(of)} ${number} is due in ${formatElapsed(waitMilliseconds)}. To give it now a prescriber and a reason are needed.`,
};

function counted(count: number, of: string): string {
  return `${count} ${of}${count === 1 ? '' : 's'}`;
}
