import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { EntryForm } from '../../../contract/views/session.ts';
import { call } from '../../hooks/call.ts';
import type { EntryPerson } from '../../hooks/usePlace.tsx';

export type EntryPhase =
  | { readonly at: 'opening' }
  | { readonly at: 'refused'; readonly failure: Failure }
  | { readonly at: 'open'; readonly form: EntryForm }
  /** Cleared or overtaken; what was typed is gone. */
  | { readonly at: 'over'; readonly sentence: string };

/**
 * Opens the blind form for one person and gives it back when the screen is left, whatever way. Everything the
 * window had read before is dropped first, so that no number of the plan is anywhere in its memory.
 */
export function useEntryForm(session: string, by: EntryPerson) {
  const client = useQueryClient();
  const [phase, setPhase] = useState<EntryPhase>({ at: 'opening' });
  const [person, setPerson] = useState(by);
  useEffect(() => {
    client.clear();
    let left = false;
    let ticket: string | null = null;
    const giveBack = (): void => {
      if (ticket !== null) void call('entry:leave', { ticket });
    };
    void call('entry:open', { session, by: person }).then((reply) => {
      if (reply.ok) ticket = reply.value.ticket;
      if (left) giveBack();
      else setPhase(reply.ok ? { at: 'open', form: reply.value } : { at: 'refused', failure: reply.failure });
    });
    return () => {
      left = true;
      giveBack();
    };
  }, [client, session, person]);
  return {
    phase,
    /** The same person once more, with another PIN or passphrase. */
    tryAgain: (secret: string): void => {
      if (person) setPerson({ user: person.user, secret });
    },
    end: (sentence: string): void => setPhase({ at: 'over', sentence }),
  };
}
