import type { EntryPerson } from '../hooks/usePlace.tsx';
export function EntryScreen({ session }: { readonly session: string; readonly by: EntryPerson }) {
  return <p>{session}</p>;
}
