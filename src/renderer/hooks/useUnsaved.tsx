import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from 'react';

type UnsavedValue = {
  readonly note: (id: string, text: string | null) => void;
  /** What is typed somewhere and not saved, in words without a patient's name. */
  readonly list: () => readonly string[];
};

const UnsavedContext = createContext<UnsavedValue | null>(null);

/** Knows what is typed and not saved anywhere in the window, so that a lock does not drop it without a word. */
export function UnsavedProvider({ children }: { readonly children: ReactNode }) {
  const texts = useRef(new Map<string, string>());
  const value = useRef<UnsavedValue>({
    note(id, text) {
      if (text === null) texts.current.delete(id);
      else texts.current.set(id, text);
    },
    list: () => [...texts.current.values()],
  });
  return <UnsavedContext value={value.current}>{children}</UnsavedContext>;
}

/** Says what is typed here while it is; null for nothing. */
export function useNoteUnsaved(text: string | null): void {
  const id = useId();
  const unsaved = useContext(UnsavedContext);
  useEffect(() => {
    unsaved?.note(id, text);
    return () => unsaved?.note(id, null);
  }, [unsaved, id, text]);
}

/** What is typed and not saved at this moment. */
export function useUnsaved(): () => readonly string[] {
  const unsaved = useContext(UnsavedContext);
  return () => unsaved?.list() ?? [];
}
