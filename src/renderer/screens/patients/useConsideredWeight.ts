import { useEffect, useState } from 'react';
import type { Reply, Response } from '../../../contract/channels.ts';
import { call } from '../../hooks/call.ts';

export type ConsideredWeight = Response<'patient:considerWeight'>;

type Answer = { readonly weight: string; readonly reply: Reply<'patient:considerWeight'> };

/**
 * What the main process says of a weight as it is typed; null while it has not answered for this text, or the text is no
 * weight. Kept no longer than the form: it may name the last weight.
 */
export function useConsideredWeight(patient: string, weight: string): ConsideredWeight | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (weight === '') return undefined;
    let isNewest = true;
    void call('patient:considerWeight', { patient, weight }).then((reply) => {
      if (isNewest) setAnswer({ weight, reply });
    });
    return () => {
      isNewest = false;
    };
  }, [patient, weight]);
  return answer?.weight === weight && answer.reply.ok ? answer.reply.value : null;
}
