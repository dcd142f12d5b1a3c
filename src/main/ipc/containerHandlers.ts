import { containerChanged, nextDiscarded } from '../services/containers.ts';
import { type Handlers, sessionStep, witnessedStep } from './handler.ts';

export const containerHandlers: Handlers<'container'> = {
  'container:change': (desk, { requestId, session, checker, ...change }) =>
    witnessedStep(desk, { requestId, session }, checker, (record, step) =>
      containerChanged(record, step, change),
    ),
  'container:discardNext': (desk, { reason, ...request }) =>
    sessionStep(desk, request, (record, step) => nextDiscarded(record, step, reason)),
};
