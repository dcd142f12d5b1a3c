import type { Failure, FailureKind } from '../../../../contract/failures.ts';
import { FailureNote } from '../../../components/FailureNote.tsx';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';

const CANNOT_WAIT: readonly FailureKind[] = [
  'notSaved',
  'openForReading',
  'printNotRecorded',
  'rateOutsideHardLimit',
];

/** Why something was refused, in its one sentence. What was not saved is marked as what cannot wait. */
export function FailureLine({ failure }: { readonly failure: Failure | null }) {
  const { clock } = useApp();
  if (!failure) return null;
  return (
    <FailureNote tone={CANNOT_WAIT.includes(failure.kind) ? 'stop' : 'warn'}>
      {errorText(failure, clock.zone)}
    </FailureNote>
  );
}
