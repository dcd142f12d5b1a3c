import type { EntryMade, EntryVerdict } from '../events.ts';
import type { Session } from '../session.ts';
import { type Decision, decided, fact } from './deciding.ts';

/** Two blind entries may differ once; the second time the plan goes on hold. Source: UX 2.3 T5 and T6. */
const ATTEMPTS = 2;

/** T5: two entries that do not agree, by the names of fields alone. */
export function entriesDiffer(
  { attempt }: Pick<Session, 'attempt'>,
  second: EntryMade,
  verdict: EntryVerdict,
): Decision {
  const differed = fact('EntriesDiffered', { ...second, verdict });
  return attempt >= ATTEMPTS ? decided(differed, fact('PlanHeld', {})) : decided(differed);
}
