import { baselineVitals, type Session } from '../session.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';
import { baselineRefusal } from './readBackPump.ts';
import { matchEnds, type PatientNow } from './voidMatch.ts';
import { weighingRefusal } from './weighingRefusal.ts';

/**
 * T9, READY → RUNNING. The rate and the volume are the matched ones; nothing is typed here. The patient's newest
 * measured weighing must still show the matched weight, and be within the protocol's age now.
 */
export function startInfusion(
  session: Session,
  { patient }: { readonly patient: PatientNow },
  deciding: Deciding,
): Decision {
  const wrong = stateOrRoleRefusal(session, ['READY'], deciding.actor, ['nurse']);
  if (wrong) return refused(wrong);
  const ends = matchEnds(session, patient, deciding.at);
  if (ends.length > 0) return decided(...ends);
  const { match, authorised } = session;
  const prepared = session.preparation.witnessed;
  if (!match || !authorised || !prepared) return refused({ kind: 'notInThisState', state: session.state });
  if (!session.readBack) return refused({ kind: 'pumpNotReadBack' });
  if (deciding.now > prepared.useBy) {
    return refused({ kind: 'preparationExpired', label: prepared.label, expiredAt: prepared.useBy });
  }
  const { weightMaxAgeHours } = authorised.rules.protocol;
  const stale =
    weighingRefusal(patient.weighing, weightMaxAgeHours, deciding.now) ??
    baselineRefusal(baselineVitals(session)?.at, deciding.at);
  if (stale) return refused(stale);
  return decided(fact('InfusionStarted', { rate: match.sum.rate, volumeToGive: match.sum.volumeToGive }));
}
