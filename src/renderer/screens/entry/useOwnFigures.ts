import { useEffect, useState } from 'react';
import type { Response } from '../../../contract/channels.ts';
import type { EntryForm } from '../../../contract/views/session.ts';
import type { EntryValues } from '../../../core/session/entryFields.ts';
import { call } from '../../hooks/call.ts';

type EntryCheck = Response<'entry:check'>;

const NOTHING_KNOWN: EntryCheck = { breaches: [], runs: null, pounds: null };

/**
 * What the first person's own values mean, asked for at every key; nothing of an earlier text is shown. For the
 * second person nothing is asked at all.
 */
export function useOwnFigures({ ticket, which }: EntryForm, values: Required<EntryValues>): EntryCheck {
  const [answer, setAnswer] = useState<{ readonly values: EntryValues; readonly check: EntryCheck } | null>(
    null,
  );
  useEffect(() => {
    if (which === 'second') return;
    let isNewest = true;
    const { weight, dose, over, overDays, overHours, pumpRate, volumeToGive, total } = values;
    const typed = { weight, dose, over, overDays, overHours, pumpRate, volumeToGive, total };
    void call('entry:check', { ticket, ...typed }).then((reply) => {
      if (isNewest && reply.ok) setAnswer({ values, check: reply.value });
    });
    return () => {
      isNewest = false;
    };
  }, [ticket, which, values]);
  return answer?.values === values ? answer.check : NOTHING_KNOWN;
}
