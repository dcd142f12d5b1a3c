import { err, ok } from '../../core/result.ts';
import { cancelled } from '../services/closing.ts';
import { calculatePlan } from '../services/planCalculation.ts';
import { authorise, openPlan, reopened, savePlan, startPlan } from '../services/planning.ts';
import { loadSession } from '../services/sessionSteps.ts';
import { sessionView } from '../views/sessionView.ts';
import { type Handlers, sessionStep, signedIn, signingPerson } from './handler.ts';

export const planHandlers: Handlers<'plan'> = {
  'plan:start': (desk, { patient }) => signedIn(desk, (record) => startPlan(record, patient)),
  'plan:open': (desk, request) => signedIn(desk, (record, actor) => openPlan(record, { ...request, actor })),
  'plan:calculate': (desk, request) => signedIn(desk, (record) => calculatePlan(record, request)),
  'plan:save': (desk, request) => signedIn(desk, (record, actor) => savePlan(record, { ...request, actor })),
  'plan:authorise': async (desk, { passphrase, position, overrideReasons, ...request }) => {
    const proved = await signingPerson(desk, passphrase);
    if (!proved.ok) return proved;
    return sessionStep(desk, request, (open, step) =>
      authorise(open, { ...step, position, overrideReasons }),
    );
  },
  'plan:reopen': (desk, request) => sessionStep(desk, request, reopened),
};

export const sessionHandlers: Handlers<'session'> = {
  'session:load': (desk, request) =>
    signedIn(desk, (record) => {
      const loaded = loadSession(record, request.session);
      return loaded ? ok(sessionView(record, loaded)) : err({ kind: 'notFound', what: 'session' });
    }),
  'session:cancel': (desk, { reason, ...request }) =>
    sessionStep(desk, request, (record, step) => cancelled(record, step, reason)),
  'session:takeTime': (desk) => ok({ at: desk.clock.now() }),
};
