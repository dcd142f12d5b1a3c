import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';

/** Where a signed-in person is. The screens of one session follow its state by themselves. */
export type Place =
  | { readonly at: 'board' }
  | { readonly at: 'patients' }
  | { readonly at: 'library' }
  | { readonly at: 'newPatient' }
  | { readonly at: 'importPatients' }
  | { readonly at: 'keeping' }
  | { readonly at: 'people' }
  | { readonly at: 'keys' }
  | { readonly at: 'patient'; readonly patient: string }
  | { readonly at: 'assessment'; readonly patient: string }
  | {
      readonly at: 'plan';
      readonly patient: string;
      readonly session: string | null;
      readonly chair: number | null;
    }
  | { readonly at: 'limits' }
  | { readonly at: 'verify' }
  | { readonly at: 'orderSheet'; readonly session: string }
  | { readonly at: 'label'; readonly session: string; readonly label: string }
  | { readonly at: 'session'; readonly session: string }
  /** The preparation of the container that comes next. */
  | { readonly at: 'nextContainer'; readonly session: string }
  | { readonly at: 'entry'; readonly session: string; readonly by: EntryPerson }
  | { readonly at: 'hold'; readonly session: string };

/** Who makes the entry: the signed-in person, or another who proves it by PIN or passphrase. */
export type EntryPerson = { readonly user: string; readonly secret: string } | null;

type PlaceValue = {
  readonly place: Place;
  readonly go: (place: Place) => void;
  /** Asked before a person leaves; true keeps them where they are. */
  readonly holdBack: (ask: ((next: Place) => boolean) | null) => void;
};

const PlaceContext = createContext<PlaceValue | null>(null);

export function PlaceProvider({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<Place>({ at: 'board' });
  const asked = useRef<((next: Place) => boolean) | null>(null);
  const holdBack = useCallback<PlaceValue['holdBack']>((ask) => {
    asked.current = ask;
  }, []);
  const go = useCallback((next: Place): void => {
    if (!asked.current?.(next)) setPlace(next);
  }, []);
  return <PlaceContext value={{ place, go, holdBack }}>{children}</PlaceContext>;
}

/**
 * Keeps a person who typed something from leaving by accident: `ask` gets the place they want to go to and says
 * whether they stay for now.
 */
export function useHoldBack(ask: (next: Place) => boolean): void {
  const { holdBack } = usePlace();
  const onLeave = useEffectEvent(ask);
  useEffect(() => {
    holdBack((next) => onLeave(next));
    return () => holdBack(null);
  }, [holdBack]);
}

export function usePlace(): PlaceValue {
  const value = useContext(PlaceContext);
  if (!value) throw new Error('usePlace needs PlaceProvider above it.');
  return value;
}
