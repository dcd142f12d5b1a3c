import { useEffect, useState } from 'react';
import type { Reply } from '../../../contract/channels.ts';
import { call } from '../../hooks/call.ts';
import type { WeighingDraft } from './weighingDraft.ts';

type Answer = { readonly weight: string; readonly reply: Reply<'patient:considerWeight'> };

/**
 * Why a weight that was entered is to be weighed again, in the main process's own words; null where once is enough. A
 * stated weight is not asked about: it never doses. Tied to the weight it was asked for, and kept no longer than the
 * form: it names the last weight.
 */
export function useWeighAgain(
  patient: string,
  { weight, entered, method }: Pick<WeighingDraft, 'weight' | 'entered' | 'method'>,
): string | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const asks = entered && method !== 'stated';
  useEffect(() => {
    if (!asks) return undefined;
    let isNewest = true;
    void call('patient:considerWeight', { patient, weight }).then((reply) => {
      if (isNewest) setAnswer({ weight, reply });
    });
    return () => {
      isNewest = false;
    };
  }, [patient, weight, asks]);
  if (!asks || answer?.weight !== weight || !answer.reply.ok) return null;
  return answer.reply.value.weighAgain;
}
