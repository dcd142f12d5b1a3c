import { ok } from '../../core/result.ts';
import { acceptStanding } from '../services/acceptStanding.ts';
import type { Handlers } from './handler.ts';

export const keepingHandlers: Handlers<'keeping'> = {
  'keeping:acceptStanding': async (desk, { requestId, passphrase }) => {
    const record = desk.needRecord();
    if (!record.ok) return record;
    const proved = await record.value.identity.proveAgain(passphrase);
    if (!proved.ok) return proved;
    const accepted = acceptStanding(record.value, { requestId, actor: proved.value });
    return accepted.ok ? ok({}) : accepted;
  },
};
