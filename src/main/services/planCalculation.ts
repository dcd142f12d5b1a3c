import type { Failure } from '../../contract/failures.ts';
import type { PlanCalculation, TypedPlan } from '../../contract/views/plan.ts';
import { meaningOf } from '../../core/dosing/orderedRate.ts';
import type { PlanInput } from '../../core/dosing/planInput.ts';
import { type PlanSum, planSum } from '../../core/dosing/planSum.ts';
import { dosingWeightText, planSumText } from '../../core/dosing/planSumText.ts';
import { planWorking } from '../../core/dosing/planWorking.ts';
import { changePercent } from '../../core/dosing/pumpSetting.ts';
import { bodyMassIndex } from '../../core/dosing/weightEcho.ts';
import { equipmentRefusals } from '../../core/library/equipmentRefusals.ts';
import {
  type DrugLibrary,
  findCounted,
  findPlannable,
  findProduct,
  findPump,
  LIMITED_UNITS,
  type Product,
  type PumpedProtocol,
  type PumpProfile,
} from '../../core/library/library.ts';
import { type LimitBreach, orderedBreaches, valueBreaches } from '../../core/library/limits.ts';
import { orderBandName, rateUnitOf } from '../../core/library/orderUnits.ts';
import { planBreaches } from '../../core/library/planBreaches.ts';
import { planSlips, type TypedOrder } from '../../core/library/planSlips.ts';
import { type PlanWeight, planWeight, weightRuleOf } from '../../core/library/planWeight.ts';
import { shownSlip } from '../../core/library/shownSlip.ts';
import { slipText } from '../../core/library/slipText.ts';
import { loadingRuleOf } from '../../core/library/stageRules.ts';
import { undilutedRefusal } from '../../core/library/undiluted.ts';
import { parseEntry } from '../../core/quantity/parseEntry.ts';
import {
  convert,
  type Quantity,
  quantity,
  quantityText,
  readQuantity,
} from '../../core/quantity/quantity.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { amountRule, doseRule, FIELD_RULES, orderShapeOf } from '../../core/session/entryRules.ts';
import type { Weighing } from '../../core/session/events.ts';
import { shareOfRate } from '../../core/session/nurseRange.ts';
import { containerUseBy, type Ordered, stagedInput } from '../../core/session/orderInput.ts';
import { parseStages } from '../../core/session/stageEntry.ts';
import { parseDuration } from '../../core/session/typedDuration.ts';
import { hasBlindSession } from '../views/peopleViews.ts';
import { smallDrawUp } from '../views/smallDrawUp.ts';
import { countedCalculation } from './countedCalculation.ts';
import type { OpenRecord } from './openRecord.ts';
import { bodyOf } from './patientFacts.ts';
import { knownPatient } from './patientHistory.ts';
import { loadPatient, measuredWeighing, type Patient } from './patients.ts';
import { typedDuration } from './planDraft.ts';
import { loadSession } from './sessionSteps.ts';
import { typedLoading, typedShape } from './stageDraft.ts';
import { staleViewRefusal } from './staleView.ts';

/** What cannot be said of a plan before it has a sum. */
const NO_SUM = { sum: null, working: [], impossible: [], nurseRange: null } as const;

/** The checked sum of a plan as typed so far: at every key, from the typed text alone, both engines agreeing. */
export function calculatePlan(
  record: OpenRecord,
  request: { readonly patient: string; readonly session: string | null; readonly typed: TypedPlan },
): Result<PlanCalculation, Failure> {
  const patient = loadPatient(record, request.patient);
  if (!patient) return err({ kind: 'notFound', what: 'patient' });
  const stale = staleViewRefusal(record, request);
  if (stale) return err(stale);
  // With an order waiting for its two entries this would be a way around the blind rule.
  if (hasBlindSession(record, patient.id)) return err({ kind: 'planClosed' });
  const library = libraryOf(record, request.session);
  const weighing = measuredWeighing(patient);
  const weight = weighing && readQuantity(weighing.weight, 'kg');
  const known = knownPatient(record, patient, request.session);
  const counted = library && findCounted(library, request.typed.protocol);
  if (library && counted) {
    const shown = countedCalculation(request.typed, counted, library, { weight, known });
    return ok({
      ...NO_SUM,
      slips: [],
      weighing,
      dosingWeight: null,
      ...bodyFigures(patient, weighing),
      ...shown,
    });
  }
  const protocol = library && findPlannable(library, request.typed.protocol);
  if (!library || !protocol) return err({ kind: 'noLibrary' });
  const typed = readTyped(request.typed, library, protocol);
  const slips = planSlips(typed.order, {
    protocol,
    lastOrdered: known.lastOrdered,
    ...(weight && { weight }),
  }).map(({ value, found: [first] }) => ({ value, sentence: slipText(shownSlip(protocol, first)) }));
  const dosed = weight && planWeight(weightRuleOf(protocol), weight, bodyOf(patient));
  const dosingWeight = dosed?.ok ? shownWeight(dosed.value) : null;
  const base = { weighing, dosingWeight, slips, ...bodyFigures(patient, weighing) };
  const partly = { ...NO_SUM, breaches: typed.breaches, ...base };
  if (!dosed) return ok({ ...partly, refusal: { kind: 'notWeighed' } });
  if (!dosed.ok) return ok({ ...partly, refusal: dosed.failure });
  const input = typed.input && inputFor(typed.input, protocol, dosed.value);
  if (!input || !typed.pump || !typed.product) return ok({ ...partly, refusal: { kind: 'incomplete' } });
  const sum = planSum(input);
  if (!sum.ok) return ok({ ...partly, refusal: sum.failure });
  return ok({
    ...base,
    refusal: null,
    sum: planSumText(sum.value),
    working: planWorking(input, sum.value),
    breaches: planBreaches(input, sum.value, protocol, known),
    impossible: [
      ...equipmentRefusals(sum.value, typed.pump),
      ...[undilutedRefusal(typed.product, sum.value.preparation.diluent)].filter(
        (refusal) => refusal !== undefined,
      ),
    ],
    ...smallDrawUp(sum.value.preparation.drawUp),
    nurseRange: nurseRangeOf(input, sum.value, protocol),
  });
}

function shownWeight({ weight, basis }: PlanWeight): PlanCalculation['dosingWeight'] {
  return basis ? dosingWeightText({ value: weight, basis }) : null;
}

function libraryOf(record: OpenRecord, session: string | null): DrugLibrary | undefined {
  const pinned = session === null ? undefined : loadSession(record, session)?.session.library.hash;
  return (pinned === undefined ? record.library.current() : record.library.byHash(pinned))?.library;
}

/** A whole order as typed; `ordered` is in the unit of its protocol. */
type ReadOrder = {
  readonly ordered: Ordered;
  readonly rest: Pick<
    PlanInput,
    'amount' | 'volume' | 'mixing' | 'strength' | 'rateStep' | 'volumeStep' | 'containerVolume' | 'useBy'
  >;
};

type ReadTyped = {
  readonly order: TypedOrder;
  readonly input: ReadOrder | null;
  readonly pump: PumpProfile | undefined;
  readonly product: Product | undefined;
  /** Of the values that are readable, before there is a whole plan. */
  readonly breaches: readonly LimitBreach[];
};

function inputFor({ ordered, rest }: ReadOrder, protocol: PumpedProtocol, dosed: PlanWeight): PlanInput {
  return { ...stagedInput(ordered, protocol, dosed), ...rest };
}

function readTyped(typed: TypedPlan, library: DrugLibrary, protocol: PumpedProtocol): ReadTyped {
  const shape = orderShapeOf(protocol);
  const dose = parseEntry(typed.dose, doseRule(shape.dose));
  const duration = parseDuration(typedDuration(typed), shape.duration);
  const amount = parseEntry(typed.amount, amountRule(shape.amount));
  const volume = parseEntry(typed.volume, FIELD_RULES.volume);
  const band = orderBandName(protocol);
  const loading = typedLoading(typed);
  const stages = parseStages(typed, typedShape(shape, typed));
  const order: TypedOrder = {
    ...(dose.ok && { [band]: convert(dose.value, LIMITED_UNITS[band]) }),
    ...(duration.ok && { duration: duration.value }),
    ...(loading.dose?.ok && { loading: loading.dose.value }),
    ...(loading.duration?.ok && { loadingDuration: loading.duration.value }),
  };
  const breaches = [
    ...(dose.ok ? orderedBreaches(protocol, dose.value) : []),
    ...(duration.ok ? valueBreaches('duration', protocol, duration.value) : []),
    ...(loading.dose?.ok ? valueBreaches('loading', protocol, loading.dose.value) : []),
    ...(loading.duration?.ok ? valueBreaches('loadingDuration', protocol, loading.duration.value) : []),
  ];
  const product = typed.product === null ? undefined : findProduct(library, typed.product);
  const pump = findPump(library, protocol.pump);
  const isRead = dose.ok && duration.ok && amount.ok && volume.ok && stages.ok;
  const isSaid = typed.loading !== undefined || !loadingRuleOf(protocol);
  if (!isRead || !isSaid || !product || !pump || !typed.mixing) {
    return { order, input: null, pump, product, breaches };
  }
  const rest = {
    amount: convert(amount.value, 'mg'),
    volume: volume.value,
    mixing: typed.mixing,
    strength: readQuantity(product.strength, 'mg/mL'),
    rateStep: readQuantity(pump.rateStep, 'mL/h'),
    volumeStep: readQuantity(pump.volumeStep, 'mL'),
    containerVolume: readQuantity(protocol.container.volume, 'mL'),
    useBy: containerUseBy(protocol),
  };
  const ordered: Ordered = { dose: dose.value, duration: duration.value, ...stages.value };
  return { order, breaches, pump, product, input: { ordered, rest } };
}

function nurseRangeOf(
  input: PlanInput,
  sum: PlanSum,
  protocol: PumpedProtocol,
): PlanCalculation['nurseRange'] {
  const lowest = shareOfRate(sum.rate.set, protocol.nurseRange.lowest);
  const highest = shareOfRate(sum.rate.set, protocol.nurseRange.highest);
  const unit = rateUnitOf(protocol);
  const meaning = (rate: Quantity<'mL/h'>) =>
    quantityText(meaningOf(rate, sum.concentration, input.weight, unit));
  return {
    lowest: quantityText(lowest),
    highest: quantityText(highest),
    lowestDose: meaning(lowest),
    highestDose: meaning(highest),
  };
}

function bodyFigures(
  patient: Patient,
  weighing: Weighing | null,
): Pick<PlanCalculation, 'bodyMassIndex' | 'weightChangePercent'> {
  if (!weighing) return { bodyMassIndex: null, weightChangePercent: null };
  const weight = readQuantity(weighing.weight, 'kg');
  const { height } = patient.details;
  const before = patient.weighings.findLast(
    ({ method, weighedAt }) => method === 'measured' && weighedAt < weighing.weighedAt,
  );
  const change = before && changePercent(readQuantity(before.weight, 'kg').value, weight.value);
  return {
    bodyMassIndex: height && quantityText(bodyMassIndex(weight, readQuantity(height, 'cm'))),
    weightChangePercent: change ? quantityText(quantity(change, '%')) : null,
  };
}
