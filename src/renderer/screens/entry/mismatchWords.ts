import type { SessionView } from '../../../contract/views/session.ts';
import type { EntryField } from '../../../core/session/entryFields.ts';

type Mismatch = Pick<NonNullable<SessionView['mismatch']>, 'fields' | 'against'>;

/** Where each value is read again; the last two are worked out, not read. */
const SOURCES: Record<EntryField, string> = {
  dateOfBirth: 'the patient',
  drug: 'the vial',
  weight: 'scale or today’s weight slip',
  height: 'the measured height',
  dose: 'the order sheet',
  over: 'the order sheet',
  preparation: 'the order sheet',
  pumpRate: 'your own sum',
  volumeToGive: 'your own sum',
  doses: 'the order sheet',
  gap: 'the order sheet',
  total: 'your own sum',
  loadingDose: 'the order sheet',
  loadingOver: 'the order sheet',
  step2: 'the order sheet',
  step3: 'the order sheet',
  step4: 'the order sheet',
  step5: 'the order sheet',
  step6: 'the order sheet',
};

/**
 * What to do about a mismatch: the same for every size and direction of a difference, because nothing here knows
 * it. Wording: UX 3.8.
 */
export function explanation({ fields, against }: Mismatch): readonly string[] {
  const sources = [...new Set(fields.map((field) => SOURCES[field]))].join(', ');
  return [
    against === 'order'
      ? 'Neither entry is shown and neither is the order.'
      : 'Neither entry is shown and the app does not know which is right.',
    `Both of you: read the source again (${sources}), then enter again.`,
    ...(fields.includes('weight')
      ? ['If weight changes, the values that depend on it will change too.']
      : []),
    'After a second attempt that does not agree the plan goes on hold and a prescriber reviews it.',
  ];
}
