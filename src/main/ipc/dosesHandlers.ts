import {
  doseGiven,
  dosesConfirmed,
  dosesResumed,
  dosesStarted,
  drawnWitnessed,
} from '../services/givingDoses.ts';
import { type Handlers, proveOrdering, sessionStep, witnessedStep } from './handler.ts';

export const dosesHandlers: Handlers<'doses'> = {
  'doses:witness': (desk, { witness, volumeDrawn, ...request }) =>
    witnessedStep(desk, request, witness, (record, step) => drawnWitnessed(record, step, volumeDrawn)),
  'doses:start': (desk, { nameSaid, identifier, site, ...request }) =>
    sessionStep(desk, request, (record, step) =>
      dosesStarted(record, step, { nameSaid, typed: identifier, site }),
    ),
  'doses:give': async (desk, { prescriber, requestId, session, ...dose }) => {
    const allowing = await proveOrdering(desk, prescriber);
    if (!allowing.ok) return allowing;
    return sessionStep(desk, { requestId, session }, (record, step) =>
      doseGiven(record, step, { ...dose, prescriber: allowing.value }),
    );
  },
  'doses:resume': async (desk, { prescriber, ...request }) => {
    const allowing = await proveOrdering(desk, prescriber);
    if (!allowing.ok) return allowing;
    return sessionStep(desk, request, (record, step) => dosesResumed(record, step, allowing.value));
  },
  'doses:confirm': (desk, request) => sessionStep(desk, request, dosesConfirmed),
};
