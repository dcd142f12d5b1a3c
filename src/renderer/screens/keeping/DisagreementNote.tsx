import type { KeepingView } from '../../../contract/views/keeping.ts';
import { FailureNote } from '../../components/FailureNote.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import { dayAndTime, timesText } from './keepingWords.ts';

/** Says where the second engine did not confirm a number; nothing while both have always agreed. Source: DESIGN 1.2. */
export function DisagreementNote({ found }: { readonly found: KeepingView['disagreements'] }) {
  const { clock } = useApp();
  const [last] = found;
  if (last === undefined) return null;
  return (
    <FailureNote tone="stop">
      {`The two calculations did not agree ${timesText(found.length)}, last at ${dayAndTime(last.at, clock.zone)} (${last.calculation}: ${last.on.join(', ')}). No number was shown or recorded. Report this to whoever looks after this program, with an export of the record.`}
    </FailureNote>
  );
}
