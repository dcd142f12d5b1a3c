import { useEffect, useState } from 'react';
import type { Reply } from '../../../contract/channels.ts';
import type { Failure } from '../../../contract/failures.ts';
import type { PlanCalculation, TypedPlan } from '../../../contract/views/plan.ts';
import { call } from '../../hooks/call.ts';

export type ShownCalculation = {
  readonly calculation: PlanCalculation | null;
  readonly failure: Failure | null;
  /** False while what is shown belongs to an earlier text: none of its numbers may then be read. */
  readonly current: boolean;
};

type Answer = { readonly typed: TypedPlan; readonly reply: Reply<'plan:calculate'> };

/**
 * The checked sum of what is typed, asked for at every key and without delay. Each answer is tied to the text it
 * was asked for, a late one is dropped, and nothing is kept once the screen is left: no plan's number may stay in
 * the window of the person who enters next.
 */
export function usePlanCalculation(
  patient: string,
  session: string | null,
  typed: TypedPlan,
): ShownCalculation {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let isNewest = true;
    if (typed.protocol !== '') {
      void call('plan:calculate', { patient, session, typed }).then((reply) => {
        if (isNewest) setAnswer({ typed, reply });
      });
    }
    return () => {
      isNewest = false;
    };
  }, [patient, session, typed]);
  if (!answer || typed.protocol === '') return { calculation: null, failure: null, current: false };
  return {
    calculation: answer.reply.ok ? answer.reply.value : null,
    failure: answer.reply.ok ? null : answer.reply.failure,
    current: answer.typed === typed,
  };
}
