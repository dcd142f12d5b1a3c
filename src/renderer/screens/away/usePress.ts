import { useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { PressView } from '../../../contract/views/away.ts';
import { call, newRequestId } from '../../hooks/call.ts';

/** Which key went down at which chair; the patient as anybody in the room may read them. */
export type Pressed = {
  readonly session: string;
  readonly chair: number;
  readonly initials: string;
  readonly what: 'pause' | 'stop';
};

type Waiting = { readonly pressed: Pressed; readonly press: PressView };

/** A key on a locked desk, from its moment until somebody has said who they are, or nobody has. */
export function usePress() {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const end = (): void => {
    setWaiting(null);
    setFailure(null);
  };
  return {
    waiting,
    failure,
    async press(pressed: Pressed): Promise<void> {
      const { session, what } = pressed;
      const reply = await call('away:press', { requestId: newRequestId(), session, what });
      setFailure(reply.ok ? null : reply.failure);
      if (reply.ok) setWaiting({ pressed, press: reply.value });
    },
    async record(by: { readonly user: string; readonly secret: string }): Promise<void> {
      if (!waiting) return;
      const reply = await call('away:record', { press: waiting.press.press, by });
      if (reply.ok) end();
      else setFailure(reply.failure);
    },
    async drop(): Promise<void> {
      if (waiting) await call('away:drop', { press: waiting.press.press });
      end();
    },
    end,
  };
}
