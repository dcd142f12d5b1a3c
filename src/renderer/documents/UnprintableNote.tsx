import { FailureNote } from '../components/FailureNote.tsx';
import { numberOf, unprintable } from './printable.ts';

/** What is printed as its number because no font has it, said before anything is printed; nothing where all is had. */
export function UnprintableNote({ data }: { readonly data: unknown }) {
  const found = unprintable(data);
  if (found.length === 0) return null;
  const listed = found.map((character) => `${character} as ${numberOf(character)}`).join(', ');
  return (
    <FailureNote>{`No font here has every character of this page. Printed are: ${listed}.`}</FailureNote>
  );
}
