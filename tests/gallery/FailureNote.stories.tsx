import { FailureNote } from '../../src/renderer/components/FailureNote.tsx';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  {
    name: 'refused',
    render: () => (
      <FailureNote>Observation is 22 of 30 min. Discharge now needs a prescriber and a reason.</FailureNote>
    ),
  },
  {
    name: 'beyond a hard limit',
    render: () => (
      <FailureNote tone="stop">
        5 mg/kg is above the hard limit 1 mg/kg for this protocol. It cannot be authorised. The library owner
        can change limits.
      </FailureNote>
    ),
  },
  {
    name: 'not saved',
    render: () => (
      <FailureNote tone="stop" code="ENOSPC">
        Not saved. Your entry is still here. Write it on the downtime form too.
      </FailureNote>
    ),
  },
];
