import type { PatientBannerView } from '../../contract/views/people.ts';
import type { ChairSession, PlanView, SessionView } from '../../contract/views/session.ts';
import { DRUG_CLASS_WORDS } from '../../core/library/drugClass.ts';
import { type DrugLibrary, findDrug } from '../../core/library/library.ts';
import { quantityText, readQuantity } from '../../core/quantity/quantity.ts';
import { pumpedOf } from '../../core/session/countedSession.ts';
import { REFUSALS_BEFORE_TOGETHER } from '../../core/session/decisions/readBackPump.ts';
import { voidDrugRefusal } from '../../core/session/decisions/voidMatch.ts';
import { vitalsDueAt } from '../../core/session/dueTimes.ts';
import type { Vitals } from '../../core/session/events.ts';
import { nurseRange } from '../../core/session/nurseRange.ts';
import {
  BLIND_STATES,
  baselineVitals,
  type Done,
  openEffects,
  openInterruption,
  type Session,
} from '../../core/session/session.ts';
import { timeline } from '../../core/session/timeline.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { loadPatient } from '../services/patients.ts';
import type { LoadedSession } from '../services/sessionSteps.ts';
import { claimNotes, withClaim } from './awayViews.ts';
import { checklistView } from './checklistView.ts';
import { countedView } from './countedView.ts';
import { entryStatus, independentCheck, mismatchView } from './entryViews.ts';
import { infusionView } from './infusionView.ts';
import { bannerView, doneView, type PersonOf, personOf, weightView } from './peopleViews.ts';
import { NO_PREPARATIONS, preparationsView } from './preparationView.ts';
import { reconciliationView, recoveryView, signatureViews, systolicBand } from './recordViews.ts';
import { shownFor, shownProductOf, shownSumOf } from './shownAmounts.ts';
import { smallDrawUp } from './smallDrawUp.ts';

/**
 * A session as a window may have it. Between order and match nobody gets a number of the plan, its author included;
 * the author's own screen is the plan's, behind its own channel.
 */
export function sessionView(record: OpenRecord, { session, events }: LoadedSession): SessionView {
  const person = personOf(record);
  const closed = isClosed(session);
  const shown = shownFor(session);
  const claims = claimNotes(record, session, person);
  const library = record.library.byHash(session.library.hash)?.library;
  return {
    ...headOf(record, session, person),
    position: session.position,
    library: {
      name: library?.name ?? 'not found',
      version: session.library.version,
      notice: library?.notice ?? '',
      inForce: otherInForce(record, session),
    },
    authorised: session.authorised && doneView(person, session.authorised),
    orderNumber: session.authorised?.orderNumber ?? null,
    voidedFor: session.voidedFor,
    voided: session.voided && { because: session.voided.because, done: doneView(person, session.voided) },
    plan: closed ? null : planView(session),
    check: independentCheck(session, person),
    ...(closed ? NO_PREPARATIONS : preparationsView(session, person)),
    ...drugAlertsOf(session, library),
    readBackRefusals: session.readBackRefusals,
    readTogether: session.readBackRefusals >= REFUSALS_BEFORE_TOGETHER,
    checklist: checklistView(record, session, person),
    vitals: session.vitals.map((vitals) => vitalsRow(person, vitals)),
    baseline: rowOrNull(person, baselineVitals(session)),
    systolicBand: systolicBand(session),
    effects: session.effects.map(({ began, ended, ...effect }) => ({
      ...effect,
      began: doneView(person, began),
      ended: ended && doneView(person, ended),
    })),
    timeline: timeline(session, events).map(({ done, ...line }) => ({
      ...line,
      givenPerKg: line.givenPerKg && shown(line.givenPerKg),
      detail: withClaim(claims, line),
      done: doneView(person, done),
    })),
    reconciliation: isDrugShown(session) ? reconciliationView(session, person) : null,
    signatures: signatureViews(record, session, person),
    cancelled: session.cancelled && {
      done: doneView(person, session.cancelled),
      reason: session.cancelled.reason,
    },
    prints: session.prints.map((print) => ({
      document: print.document,
      paper: print.paper,
      copy: print.copy,
      code: print.code,
      done: doneView(person, print),
    })),
    events: events.length,
  };
}

/** The version in force, when it is not the one this session was planned under and keeps for life. */
function otherInForce(record: OpenRecord, { library }: Session): string | null {
  const current = record.library.current();
  return current && current.hash !== library.hash ? current.library.version : null;
}

/** What the board shows of a session. */
export function chairSession(record: OpenRecord, { session }: LoadedSession): ChairSession {
  const person = personOf(record);
  const last = session.vitals.findLast(({ systolic, heartRate, spo2 }) => systolic ?? heartRate ?? spo2);
  return {
    ...headOf(record, session, person),
    lastVitals: rowOrNull(person, last),
    openEffects: openEffects(session).length,
  };
}

type Head = Omit<ChairSession, 'lastVitals' | 'openEffects'>;

function headOf(record: OpenRecord, session: Session, person: PersonOf): Head {
  const interruption = openInterruption(session);
  const closed = isClosed(session);
  return {
    id: session.id,
    number: session.number,
    chair: session.authorised?.chair ?? session.draft.chair,
    state: session.state,
    patient: bannerOf(record, session),
    protocol: protocolHead(record, session),
    drugName: session.authorised?.rules.drugName ?? '',
    closed,
    anchor: session.anchor,
    entry: entryStatus(record, session, person),
    mismatch: mismatchView(session, person),
    readBack: session.readBack && {
      pump: session.readBack.pump,
      programmedBy: person(session.readBack.programmedBy),
      done: doneView(person, session.readBack),
    },
    infusion: infusionView(record, session, person),
    counted: closed ? null : countedView(session, person),
    interruption: interruption
      ? { from: interruption.from, to: interruption.to, cause: interruption.cause }
      : null,
    vitalsDueAt: vitalsDueAt(session),
    recovery: recoveryView(session, person),
  };
}

/** PLANNED is closed to everyone here too: its numbers are the author's, on the plan's own screen. */
export function isClosed(session: Session): boolean {
  return session.state === 'PLANNED' || session.match === null || BLIND_STATES.includes(session.state);
}

/** What the library of the session says of the drug of its order: what it is easily taken for, and its class. */
function drugAlertsOf(
  { authorised }: Session,
  library: DrugLibrary | undefined,
): Pick<SessionView, 'lookAlikes' | 'drugClass'> {
  const drug = library && authorised && findDrug(library, authorised.rules.protocol.drug);
  const { lookAlikes, drugClass } = drug ?? {};
  return {
    ...(lookAlikes && { lookAlikes }),
    ...(drugClass && { drugClass: { kind: drugClass, words: DRUG_CLASS_WORDS[drugClass] } }),
  };
}

/** Drug of a void preparation is shown while it waits for its waste; then the amounts are closed like the plan. */
function isDrugShown(session: Session): boolean {
  if (session.state !== 'PLANNED' && !BLIND_STATES.includes(session.state)) return true;
  return voidDrugRefusal(session) !== undefined;
}

function bannerOf(record: OpenRecord, session: Session): PatientBannerView {
  const patient = loadPatient(record, session.patient);
  if (!patient) throw new Error(`Session ${session.number} names a patient who is not in the record.`);
  const banner = bannerView(record, patient);
  // From the match on a session shows the weight it doses from, not whatever is measured later.
  if (!session.match || banner.weightClosed) return banner;
  const { weight, weighedAt, scale } = session.match.weighing;
  return { ...banner, weight: weightView({ weight, weighedAt, scale, method: 'measured' }) };
}

function protocolHead(record: OpenRecord, session: Session): Head['protocol'] {
  const pinned = session.authorised?.rules.protocol;
  const library = record.library.byHash(session.library.hash)?.library;
  const protocol = pinned ?? library?.protocols.find(({ id }) => id === session.draft.protocol);
  if (!protocol) throw new Error(`Session ${session.number} names a protocol that no library has.`);
  const { id, name, title, indication, route, vitalsEveryMinutes, observationMinutes } = protocol;
  return { id, name, title, indication, route, vitalsEveryMinutes, observationMinutes };
}

function planView(session: Session): PlanView | null {
  const { authorised, match } = pumpedOf(session) ?? {};
  const range = nurseRange(session);
  if (!authorised || !match || !range) return null;
  const shown = shownFor(session);
  return {
    order: authorised.order,
    sum: shownSumOf(match.sum, shown),
    working: match.working,
    breaches: match.breaches,
    overrideReasons: authorised.overrideReasons,
    weighing: match.weighing,
    nurseRange: {
      lowest: quantityText(range.lowest),
      highest: quantityText(range.highest),
      lowestDose: quantityText(range.lowestDose),
      highestDose: quantityText(range.highestDose),
    },
    product: shownProductOf(authorised.rules.product, shown),
    pump: authorised.rules.pump,
    diluent: authorised.rules.protocol.diluent,
    ...smallDrawUp(readQuantity(match.sum.drawUp, 'mL')),
  };
}

function rowOrNull(person: PersonOf, vitals: (Vitals & Done) | undefined) {
  return vitals ? vitalsRow(person, vitals) : null;
}

function vitalsRow(person: PersonOf, row: Vitals & Done) {
  const { systolic, diastolic, heartRate, spo2, oxygen, respiration, temperature, moaas, pain } = row;
  const done = doneView(person, row);
  return { systolic, diastolic, heartRate, spo2, oxygen, respiration, temperature, moaas, pain, done };
}
