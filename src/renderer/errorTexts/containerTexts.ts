import { formatNumberText, formatQuantityText } from '../../core/quantity/format.ts';
import type { TextsFor } from './textFor.ts';

/** The next container and its change. Wording of the label: UX 2.3 T14. */
export const CONTAINER_TEXTS: TextsFor<
  | 'labelOfAnother'
  | 'nextUnderWay'
  | 'nextNotPrepared'
  | 'restartMissing'
  | 'restartBeforeStop'
  | 'moreThanContainerHeld'
  | 'containerLeftDiffers'
> = {
  labelOfAnother: ({ chair, name, ownChair, ownName }) =>
    `This label belongs to Chair ${chair}, ${name}. Chair ${ownChair} is ${ownName}.`,
  nextUnderWay: ({ label }) =>
    label === null
      ? 'The next container is being prepared already. Go on with it, or discard it with a reason.'
      : `Preparation ${label} is ready already. Connect it, or discard it with a reason.`,
  nextNotPrepared: () => 'The next container is not prepared. Prepare it first.',
  restartMissing: () => 'Type when the pump ran again.',
  restartBeforeStop: () => 'The pump cannot run again before it stopped. Check both times.',
  moreThanContainerHeld: ({ held }) =>
    `The old container held ${formatQuantityText(held)}. No more than that can be left in it. Read it again.`,
  containerLeftDiffers: ({ read, record, percent }) =>
    `You read ${formatQuantityText(read)} in the old container, the record says ${formatNumberText(record, 1)}\u00a0mL (${formatNumberText(percent, 1)}\u00a0% of its content apart). Give a reason or correct an event.`,
};
