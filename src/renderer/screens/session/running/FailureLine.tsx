import type { Failure } from '../../../../contract/failures.ts';
import { FailureNote } from '../../../components/FailureNote.tsx';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';

/** Why something was refused, in its one sentence. What was not saved is marked as what cannot wait. */
export function FailureLine({ failure }: { readonly failure: Failure | null }) {
  const { clock } = useApp();
  if (!failure) return null;
  const stops = failure.kind === 'notSaved' || failure.kind === 'rateOutsideHardLimit';
  return <FailureNote tone={stops ? 'stop' : 'warn'}>{errorText(failure, clock.zone)}</FailureNote>;
}
