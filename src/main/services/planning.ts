import type { Failure } from '../../contract/failures.ts';
import type { PlanScreenView, TypedPlan } from '../../contract/views/plan.ts';
import {
  findCounted,
  findDrug,
  findPlannable,
  findProduct,
  findPump,
  type PlannableCounted,
  type PumpedProtocol,
  toleranceOf,
} from '../../core/library/library.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { authoriseCounted } from '../../core/session/decisions/authoriseCounted.ts';
import { authorisePlan } from '../../core/session/decisions/authorisePlan.ts';
import { decided, fact, refused, stateOrRoleRefusal } from '../../core/session/decisions/deciding.ts';
import { reopenOrder } from '../../core/session/decisions/voidMatch.ts';
import type { OverrideReason, PinnedRules, PlanDraft } from '../../core/session/events.ts';
import type { Actor } from '../../core/session/roles.ts';
import { BLIND_STATES, OCCUPYING_STATES, type Session } from '../../core/session/session.ts';
import { hasBlindSession } from '../views/peopleViews.ts';
import { planScreenView } from '../views/planScreenView.ts';
import { countedDraftFrom, countedRules } from './countedPlanning.ts';
import { diskRefusal } from './diskRefusal.ts';
import type { OpenRecord } from './openRecord.ts';
import { allergyNamesOf, patientFacts } from './patientFacts.ts';
import { calendarDay, loadPatient } from './patients.ts';
import { draftFrom } from './planDraft.ts';
import { type LoadedSession, loadSession, newEvents, type Step, takeStep } from './sessionSteps.ts';
import { staleViewRefusal } from './staleView.ts';

/** A plan screen for a patient who has none yet. Nothing is recorded. */
export function startPlan(record: OpenRecord, patientId: string): Result<PlanScreenView, Failure> {
  const patient = loadPatient(record, patientId);
  if (!patient) return err({ kind: 'notFound', what: 'patient' });
  if (patient.inactive) return err({ kind: 'patientInactive' });
  if (hasBlindSession(record, patientId)) return err({ kind: 'planClosed' });
  return planScreenView(record, patient, null);
}

/**
 * Opens a plan's numbers. Its author always may; anyone else only before the order is signed, after being told
 * that whoever opens a plan cannot check it, and the opening is recorded.
 */
export function openPlan(
  record: OpenRecord,
  step: Step & { readonly accepted: boolean },
): Result<PlanScreenView, Failure> {
  const loaded = loadSession(record, step.session);
  const patient = loaded && loadPatient(record, loaded.session.patient);
  if (!loaded || !patient) return err({ kind: 'notFound', what: 'session' });
  const { session } = loaded;
  // Another plan of the same patient would show the weight while their entries are blind.
  if (hasBlindSession(record, patient.id, session.id)) return err({ kind: 'planClosed' });
  const isAuthor = session.authors.includes(step.actor.id);
  if (!isAuthor && BLIND_STATES.includes(session.state)) return err({ kind: 'planClosed' });
  if (!isAuthor && session.state === 'PLANNED' && !session.viewers.includes(step.actor.id)) {
    if (!step.accepted) return err({ kind: 'openingDisqualifies' });
    const opened = takeStep(record, step, () => decided(fact('PlanOpened', {})));
    if (!opened.ok) return opened;
    return planScreenView(record, patient, opened.value.session);
  }
  return planScreenView(record, patient, session);
}

/** Saves a draft. What is malformed is refused by name and nothing of the draft changes. */
export function savePlan(
  record: OpenRecord,
  request: {
    readonly requestId: string;
    readonly actor: Actor;
    readonly patient: string;
    readonly session: string | null;
    readonly typed: TypedPlan;
  },
): Result<PlanScreenView, Failure> {
  const patient = loadPatient(record, request.patient);
  if (!patient) return err({ kind: 'notFound', what: 'patient' });
  if (patient.inactive) return err({ kind: 'patientInactive' });
  const stale = staleViewRefusal(record, request);
  if (stale) return err(stale);
  if (hasBlindSession(record, patient.id)) return err({ kind: 'planClosed' });
  const protocol = protocolFor(record, request.session, request.typed.protocol);
  if (!protocol.ok) return protocol;
  const draft =
    protocol.value.mode === 'countedDoses'
      ? countedDraftFrom(request.typed)
      : draftFrom(request.typed, protocol.value);
  if (!draft.ok) return draft;
  const saved =
    request.session === null
      ? createSession(record, request, draft.value)
      : changePlan(record, request, request.session, draft.value);
  return saved.ok ? planScreenView(record, patient, saved.value.session) : saved;
}

/** T2: the prescriber, proved once more by passphrase, signs the order as it was on screen. */
export function authorise(
  record: OpenRecord,
  step: Step & { readonly position: number; readonly overrideReasons: readonly OverrideReason[] },
): Result<LoadedSession, Failure> {
  const loaded = loadSession(record, step.session);
  const patient = loaded && loadPatient(record, loaded.session.patient);
  if (!loaded || !patient) return err({ kind: 'notFound', what: 'session' });
  const { session } = loaded;
  if (!record.log.hasEvent(step.requestId) && session.planPosition !== step.position) {
    return err({ kind: 'changedMeanwhile' });
  }
  if (patient.inactive) return err({ kind: 'patientInactive' });
  const taken = diskRefusal(record, step) ?? occupancyRefusal(record, session);
  if (taken) return err(taken);
  // A paper of an earlier order must not pass for one of this.
  const again = session.orders === 0 ? '' : `-${session.orders + 1}`;
  const judged = {
    patient: patientFacts(record, patient, session.id),
    overrideReasons: step.overrideReasons,
    orderNumber: `${session.number.replace(/^KT/, 'O')}${again}`,
  };
  if (session.draft.counted) {
    const rules = countedRules(record, session);
    if (!rules.ok) return rules;
    const command = { ...judged, ...rules.value };
    return takeStep(record, step, (current, deciding) => authoriseCounted(current, command, deciding));
  }
  const rules = pinnedRules(record, session);
  if (!rules.ok) return rules;
  const command = { ...judged, ...rules.value };
  return takeStep(record, step, (current, deciding) => authorisePlan(current, command, deciding));
}

/** The protocol a plan is written under: of its own library once it is saved, else of the one in force. */
function protocolFor(
  record: OpenRecord,
  session: string | null,
  id: string,
): Result<PumpedProtocol | PlannableCounted, Failure> {
  const loaded = session === null ? undefined : loadSession(record, session);
  if (session !== null && !loaded) return err({ kind: 'notFound', what: 'session' });
  const published = loaded ? record.library.byHash(loaded.session.library.hash) : record.library.current();
  if (!published) return err({ kind: 'noLibrary' });
  const protocol = findPlannable(published.library, id) ?? findCounted(published.library, id);
  return protocol ? ok(protocol) : err({ kind: 'notFound', what: 'protocol' });
}

/** T21b: a prescriber opens the order again; nothing of what was entered or prepared on it holds. */
export function reopened(record: OpenRecord, step: Step): Result<LoadedSession, Failure> {
  return takeStep(record, step, reopenOrder);
}

function createSession(
  record: OpenRecord,
  request: { readonly requestId: string; readonly actor: Actor; readonly patient: string },
  draft: PlanDraft,
): Result<LoadedSession, Failure> {
  const published = record.library.current();
  if (!published) return err({ kind: 'noLibrary' });
  const id = request.requestId;
  const { clock } = record;
  const year = calendarDay(clock.now(), clock.zone()).slice(0, 4);
  const number = `KT-${year}-${(record.tables.countSessions() + 1).toString().padStart(6, '0')}`;
  const library = { version: published.library.version, hash: published.hash };
  const planned = fact('SessionPlanned', { number, patient: request.patient, library, draft });
  if (!record.log.hasEvent(id)) {
    const saved = record.log.append([
      {
        stream: `session:${id}`,
        after: 0,
        events: newEvents([planned], request, clock.now(), published.hash),
      },
    ]);
    if (!saved.ok) return saved;
  }
  const loaded = loadSession(record, id);
  return loaded ? ok(loaded) : err({ kind: 'notFound', what: 'session' });
}

function changePlan(
  record: OpenRecord,
  request: { readonly requestId: string; readonly actor: Actor },
  session: string,
  draft: PlanDraft,
): Result<LoadedSession, Failure> {
  return takeStep(record, { ...request, session }, (current, { actor }) => {
    const wrong = stateOrRoleRefusal(current, ['PLANNED'], actor, ['prescriber']);
    if (wrong) return refused(wrong);
    // An unchanged plan keeps its author: looking at it and saving it is not writing it.
    return sameDraft(current.draft, draft) ? decided() : decided(fact('PlanChanged', draft));
  });
}

function sameDraft(left: PlanDraft, right: PlanDraft): boolean {
  const { counted: before, loading: wasLoading, laterSteps: wereSteps, ...old } = left;
  const { counted: now, loading, laterSteps, ...fresh } = right;
  const sameCount = before?.doses === now?.doses && before?.gap === now?.gap;
  const sameStages = JSON.stringify([wasLoading, wereSteps]) === JSON.stringify([loading, laterSteps]);
  return (
    sameCount &&
    sameStages &&
    (Object.keys(old) as (keyof typeof old)[]).every((key) => old[key] === fresh[key])
  );
}

/** One patient has at most one session between order and discharge, and so has one chair. */
function occupancyRefusal(record: OpenRecord, session: Session): Failure | undefined {
  const others = record.tables.sessionsInStates(OCCUPYING_STATES).filter(({ id }) => id !== session.id);
  if (others.some(({ patient }) => patient === session.patient)) return { kind: 'patientHasSession' };
  const { chair } = session.draft;
  if (!record.workstation()?.chairs.some(({ number }) => number === chair)) {
    return { kind: 'notFound', what: 'chair' };
  }
  return others.some((other) => other.chair === chair) ? { kind: 'chairIsTaken', chair } : undefined;
}

/** The library's rules for a plan, taken from the version the plan was written under. */
export function pinnedRules(
  record: OpenRecord,
  { library, draft }: Pick<Session, 'library' | 'draft'>,
): Result<{ readonly rules: PinnedRules; readonly allergyNames: readonly string[] }, Failure> {
  const shelf = record.library.byHash(library.hash)?.library;
  const protocol = shelf && findPlannable(shelf, draft.protocol);
  const drug = shelf && protocol && findDrug(shelf, protocol.drug);
  const pump = shelf && protocol && findPump(shelf, protocol.pump);
  if (!shelf || !protocol || !drug || !pump) return err({ kind: 'notFound', what: 'protocol' });
  if (draft.product === null) return err({ kind: 'planIncomplete', missing: ['product'] });
  const product = findProduct(shelf, draft.product);
  if (!product || !drug.products.includes(product)) return err({ kind: 'unknownProduct' });
  const { lineVolume } = shelf;
  const reconciliationTolerance = toleranceOf(drug, shelf);
  const rules = { protocol, drugName: drug.displayName, product, pump, lineVolume, reconciliationTolerance };
  return ok({
    rules,
    allergyNames: allergyNamesOf(drug),
  });
}
