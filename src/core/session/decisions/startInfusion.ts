import type { Weighing } from '../events.ts';
import { baselineVitals, type Session } from '../session.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';
import { baselineRefusal } from './readBackPump.ts';
import { weighingRefusal } from './weighingRefusal.ts';
import { weightChangedRefusal } from './weightChangedRefusal.ts';

const MILLISECONDS_PER_HOUR = 3_600_000;
/** Before the start a match lapses after this time. Source: UX 2.4. */
const MATCH_LASTS_HOURS = 4;

/**
 * T9, READY → RUNNING. The rate and the volume are the matched ones; nothing is typed here. `weighing` is the
 * patient's newest measured one: it must still show the matched weight, and be within the protocol's age now.
 */
export function startInfusion(
  session: Session,
  { weighing }: { readonly weighing: Weighing | null },
  deciding: Deciding,
): Decision {
  const wrong = stateOrRoleRefusal(session, ['READY'], deciding.actor, ['nurse']);
  if (wrong) return refused(wrong);
  const { match, authorised } = session;
  const prepared = session.preparation.witnessed;
  if (!match || !authorised || !prepared) return refused({ kind: 'notInThisState', state: session.state });
  if (!session.readBack) return refused({ kind: 'pumpNotReadBack' });
  if (deciding.now > prepared.useBy) {
    return refused({ kind: 'preparationExpired', label: prepared.label, expiredAt: prepared.useBy });
  }
  if (deciding.at - match.at > MATCH_LASTS_HOURS * MILLISECONDS_PER_HOUR)
    return refused({ kind: 'matchLapsed' });
  const { weightMaxAgeHours } = authorised.rules.protocol;
  const stale =
    weightChangedRefusal(session, weighing) ??
    weighingRefusal(weighing, weightMaxAgeHours, deciding.now) ??
    baselineRefusal(baselineVitals(session)?.at, deciding.at);
  if (stale) return refused(stale);
  return decided(fact('InfusionStarted', { rate: match.sum.rate, volumeToGive: match.sum.volumeToGive }));
}
