import { createContext, type ReactNode, useContext, useState } from 'react';

/** Where a signed-in person is. The screens of one session follow its state by themselves. */
export type Place =
  | { readonly at: 'board' }
  | { readonly at: 'patients' }
  | { readonly at: 'patient'; readonly patient: string }
  | {
      readonly at: 'plan';
      readonly patient: string;
      readonly session: string | null;
      readonly chair: number | null;
    }
  | { readonly at: 'orderSheet'; readonly session: string }
  | { readonly at: 'session'; readonly session: string }
  | { readonly at: 'entry'; readonly session: string; readonly by: EntryPerson }
  | { readonly at: 'hold'; readonly session: string };

/** Who makes the entry: the signed-in person, or another who proves it by PIN or passphrase. */
export type EntryPerson = { readonly user: string; readonly secret: string } | null;

type PlaceValue = { readonly place: Place; readonly go: (place: Place) => void };

const PlaceContext = createContext<PlaceValue | null>(null);

export function PlaceProvider({ children }: { readonly children: ReactNode }) {
  const [place, go] = useState<Place>({ at: 'board' });
  return <PlaceContext value={{ place, go }}>{children}</PlaceContext>;
}

export function usePlace(): PlaceValue {
  const value = useContext(PlaceContext);
  if (!value) throw new Error('usePlace needs PlaceProvider above it.');
  return value;
}
