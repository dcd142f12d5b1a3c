import type { Failure } from '../../../contract/failures.ts';
import { errorText } from '../../errorText.ts';

/** After the last wrong PIN it is said at once that only the passphrase will do. Source: UX 3.1. */
export function refusedText(failure: Failure, zone: string): string {
  const text = errorText(failure, zone);
  const spent = failure.kind === 'wrongPin' && failure.tries >= failure.triesAllowed;
  return spent ? `${text} ${errorText({ kind: 'passphraseNeeded' }, zone)}` : text;
}
