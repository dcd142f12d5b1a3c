import { afterEach, describe, expect, it, vi } from 'vitest';
import { authorisePlan } from '../../../../src/core/session/decisions/authorisePlan.ts';
import {
  ASKED,
  by,
  outcome,
  PATIENT,
  REFERENCE,
  sessionAfter,
  WEIGHING,
} from '../../../support/playedSession.ts';

const engines = vi.hoisted(() => ({ disagree: false }));

vi.mock('../../../../src/core/crosscheck/planBackward.ts', async (original) => {
  const second = await original<typeof import('../../../../src/core/crosscheck/planBackward.ts')>();
  return {
    ...second,
    disagreements: (...asked: Parameters<typeof second.disagreements>) =>
      engines.disagree ? ['rate'] : second.disagreements(...asked),
  };
});

afterEach(() => {
  engines.disagree = false;
});

describe('while the two engines disagree', () => {
  const order = () =>
    authorisePlan(
      sessionAfter('SessionPlanned'),
      {
        orderNumber: 'O-1',
        rules: REFERENCE.rules,
        allergyNames: [],
        patient: {
          known: PATIENT.known,
          body: PATIENT.body,
          allergies: [],
          assessment: ASKED,
          consentDated: true,
          weighing: WEIGHING,
        },
        overrideReasons: [],
      },
      by('patel', '09:15:00'),
    );

  it('no order is signed, and the refusal carries no number', () => {
    expect(outcome(order())).toEqual(['PlanAuthorised']);
    engines.disagree = true;
    expect(outcome(order())).toEqual({ kind: 'enginesDisagree' });
  });
});
