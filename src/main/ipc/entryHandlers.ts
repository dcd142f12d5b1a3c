import { ok } from '../../core/result.ts';
import { startSecondAttempt } from '../../core/session/decisions/releaseHold.ts';
import { loadHold, release } from '../services/holds.ts';
import { takeStep } from '../services/sessionSteps.ts';
import { type Handlers, sessionStep, signedIn } from './handler.ts';

export const entryHandlers: Handlers<'entry'> = {
  'entry:open': async (desk, { session, by }) => {
    const proved = await desk.proveSecond(by);
    if (!proved.ok) return proved;
    return signedIn(desk, (record, actor) => desk.forms.open(record, session, proved.value ?? actor));
  },
  'entry:check': (desk, { ticket, ...typed }) =>
    signedIn(desk, (record) => desk.forms.check(record, ticket, typed)),
  'entry:stay': (desk, { ticket }) => signedIn(desk, (record) => desk.forms.stay(record, ticket)),
  'entry:leave': (desk, { ticket }) => {
    desk.forms.leave(ticket);
    return ok({});
  },
  'entry:submit': (desk, request) => signedIn(desk, (record) => desk.forms.submit(record, request)),
  'entry:secondAttempt': (desk, request) =>
    sessionStep(desk, request, (record, step) => takeStep(record, step, startSecondAttempt)),
};

export const holdHandlers: Handlers<'hold'> = {
  'hold:load': (desk, request) => signedIn(desk, (record, actor) => loadHold(record, { ...request, actor })),
  'hold:release': (desk, { reason, wrong, ...request }) =>
    sessionStep(desk, request, (record, step) => release(record, step, { reason, wrong })),
};
