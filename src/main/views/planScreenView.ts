import type { Failure } from '../../contract/failures.ts';
import type { CountedChoice, PlanScreenView, ProtocolChoice } from '../../contract/views/plan.ts';
import {
  type DrugLibrary,
  findDrug,
  findPump,
  isPlannable,
  isPlannableCounted,
} from '../../core/library/library.ts';
import { orderBandOf } from '../../core/library/orderUnits.ts';
import { shownLimitsOf } from '../../core/library/shownLimits.ts';
import { loadingRuleOf, mostSteps } from '../../core/library/stageRules.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { CountedPlanAuthorised } from '../../core/session/countedEvents.ts';
import { countedOf, pumpedOf } from '../../core/session/countedSession.ts';
import { orderShapeOf } from '../../core/session/entryRules.ts';
import type { PlanAuthorised } from '../../core/session/events.ts';
import { OCCUPYING_STATES, type Session } from '../../core/session/session.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import type { Patient } from '../services/patients.ts';
import { clearances } from './clearanceView.ts';
import { lastSessionView } from './lastSessionView.ts';
import { bannerView, weightView } from './peopleViews.ts';

/** Everything the plan screen opens with. Its reader is the plan's author, so the weight is in it. */
export function planScreenView(
  record: OpenRecord,
  patient: Patient,
  session: Session | null,
): Result<PlanScreenView, Failure> {
  const published = session ? record.library.byHash(session.library.hash) : record.library.current();
  if (!published) return err({ kind: 'noLibrary' });
  const { library } = published;
  const newest = patient.weighings.at(-1);
  const previous = patient.weighings.at(-2);
  const pumped = session ? pumpedOf(session) : undefined;
  const counted = session ? countedOf(session) : undefined;
  const director = record.tables.user(published.director)?.name ?? '';
  return ok({
    session: session?.id ?? null,
    position: session?.planPosition ?? 0,
    state: session?.state ?? null,
    patient: {
      ...bannerView(record, patient),
      weight: newest ? weightView(newest) : null,
      weightClosed: false,
    },
    height: patient.details.height,
    previousWeight: previous ? { weight: previous.weight, weighedAt: previous.weighedAt } : null,
    choices: protocolChoices(library),
    countedChoices: countedChoices(library),
    library: {
      name: library.name,
      version: library.version,
      notice: library.notice,
      publishedAt: published.publishedAt,
      signedBy: director,
    },
    chairs: chairs(record, session),
    draft: session?.draft ?? null,
    lastSession: lastSessionView(record, patient.id, session, library),
    voidedFor: session?.voidedFor ?? [],
    clearances: clearances(record, patient, library),
    signed: pumped ? signedOrder(pumped.authorised) : null,
    signedCounted: counted ? signedCounted(counted.authorised) : null,
  });
}

function signedOrder({ sum, working, breaches, weighing }: PlanAuthorised): PlanScreenView['signed'] {
  return { sum, working, breaches, weighing };
}

function signedCounted({
  sum,
  working,
  breaches,
  weighing,
}: CountedPlanAuthorised): PlanScreenView['signedCounted'] {
  return { sum, working: [...working], breaches: [...breaches], weighing };
}

/** The protocols of counted doses that can be planned here. */
function countedChoices(library: DrugLibrary): readonly CountedChoice[] {
  return library.protocols.flatMap((protocol) => {
    const drug = findDrug(library, protocol.drug);
    if (!isPlannableCounted(protocol) || !drug) return [];
    return [{ protocol, products: [...drug.products], limits: shownLimitsOf(protocol, protocol.total) }];
  });
}

/** The protocols that can be planned here. */
function protocolChoices(library: DrugLibrary): readonly ProtocolChoice[] {
  return library.protocols.flatMap((protocol) => {
    if (!isPlannable(protocol)) return [];
    const pump = findPump(library, protocol.pump);
    const drug = findDrug(library, protocol.drug);
    if (!pump || !drug) return [];
    const limits = {
      dose: shownLimitsOf(protocol, orderBandOf(protocol)),
      duration: shownLimitsOf(protocol, protocol.duration),
    };
    const loading = loadingRuleOf(protocol);
    const most = mostSteps(protocol);
    const stages = {
      ...(loading && {
        loading: {
          dose: shownLimitsOf(protocol, loading.dose),
          duration: shownLimitsOf(protocol, loading.duration),
        },
      }),
      ...(most > 1 && { mostSteps: most }),
    };
    const shape = orderShapeOf(protocol);
    return [{ protocol, pump, products: drug.products, shape, limits, ...stages }];
  });
}

function chairs(record: OpenRecord, session: Session | null): PlanScreenView['chairs'] {
  const taken = record.tables.sessionsInStates(OCCUPYING_STATES).filter(({ id }) => id !== session?.id);
  return (record.workstation()?.chairs ?? []).map(({ number, name }) => ({
    number,
    name,
    free: !taken.some(({ chair }) => chair === number),
  }));
}
