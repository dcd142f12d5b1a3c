import type { TimelineRow } from '../../contract/views/session.ts';
import type { IconName } from './Icon.tsx';

/** The sign beside a line of the timeline. */
export const ICON_OF_MARK: Record<TimelineRow['mark'], IconName> = {
  plan: 'note',
  entry: 'blind',
  preparation: 'syringe',
  vitals: 'heart',
  effect: 'effect',
  rate: 'pump',
  start: 'run',
  pause: 'pause',
  end: 'recovery',
  care: 'person',
  record: 'lock',
  unknown: 'warning',
};
