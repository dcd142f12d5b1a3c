import { formatQuantity, formatQuantityText } from '../quantity/format.ts';
import type { DoseGiven, DoseSite } from './countedEvents.ts';
import { countedOf, givenInDoses } from './countedSession.ts';
import type { Session } from './session.ts';
import type { Said } from './timelineSaid.ts';

/** `left nostril`, `right thigh` */
export function siteText(site: DoseSite): string {
  return `${site.side} ${site.kind === 'nostril' ? 'nostril' : site.muscle}`;
}

/** `Spray 2 of 3, left nostril, 20 mg in all`; of an early one, why. */
export function saidOfDose(session: Session, dose: DoseGiven): Said {
  const order = countedOf(session)?.authorised;
  const kind = order?.rules.protocol.device.kind === 'injection' ? 'Injection' : 'Spray';
  const until = session.doses.filter(({ number }) => number <= dose.number);
  const given = `${formatQuantityText(dose.amount)}, ${formatQuantity(givenInDoses(until))} in all`;
  return {
    mark: 'care',
    text: `${kind} ${dose.number} of ${order?.order.doses ?? dose.number}, ${siteText(dose.site)}, ${given}`,
    detail: dose.early ? `before its time: ${dose.early.reason}` : null,
    strong: true,
    clinical: true,
  };
}
