import { randomInt, randomUUID } from 'node:crypto';
import type { Response } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import type { EntryForm } from '../../contract/views/session.ts';
import { runningTime } from '../../core/dosing/infusionRate.ts';
import { weightInPounds } from '../../core/dosing/weightEcho.ts';
import type { Drug, PlannableCounted, Product, PumpedProtocol } from '../../core/library/library.ts';
import { orderedBreaches, valueBreaches } from '../../core/library/limits.ts';
import { orderBandOf } from '../../core/library/orderUnits.ts';
import { shownLimitsOf } from '../../core/library/shownLimits.ts';
import { formatQuantityText } from '../../core/quantity/format.ts';
import { parseEntry } from '../../core/quantity/parseEntry.ts';
import { quantityText } from '../../core/quantity/quantity.ts';
import { type ShownAmount, textInAmount } from '../../core/quantity/shownAmount.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { COUNTED_RULES } from '../../core/session/countedEntry.ts';
import type { CountedPlanAuthorised } from '../../core/session/countedEvents.ts';
import { isCountedOrder } from '../../core/session/countedSession.ts';
import { decided, fact } from '../../core/session/decisions/deciding.ts';
import {
  entryPersonRefusal,
  fieldsToEnter,
  firstEntryHasExpired,
  makeFirstEntry,
  makeSecondEntry,
} from '../../core/session/decisions/makeEntry.ts';
import { effectiveNow } from '../../core/session/effectiveTime.ts';
import type { EntryValues } from '../../core/session/entryFields.ts';
import { doseRule, FIELD_RULES, orderShapeOf, pumpRateRule } from '../../core/session/entryRules.ts';
import type { PlanAuthorised } from '../../core/session/events.ts';
import { type Actor, CHECKERS, hasRole } from '../../core/session/roles.ts';
import type { Session } from '../../core/session/session.ts';
import { sessionAmount } from '../../core/session/sessionAmount.ts';
import { parseDuration } from '../../core/session/typedDuration.ts';
import { newEventId } from '../eventId.ts';
import { bannerView, personOf } from '../views/peopleViews.ts';
import type { OpenRecord } from './openRecord.ts';
import { bodyOf } from './patientFacts.ts';
import { knownPatient } from './patientHistory.ts';
import { loadPatient, measuredWeighing } from './patients.ts';
import { type LoadedSession, loadSession, readClock, takeStep } from './sessionSteps.ts';

/** A form nobody touched for this long is cleared. Source: UX 3.8. */
const IDLE_SECONDS = 180;
const ATTEMPTS = 2;

type OpenForm = {
  readonly session: string;
  readonly person: Actor;
  readonly which: 'first' | 'second';
  readonly openedAt: number;
  touchedAt: number;
};

/** The open entry forms of this workstation: who opened which, proved on submission by a ticket. */
export type EntryForms = {
  open(record: OpenRecord, session: string, person: Actor): Result<EntryForm, Failure>;
  check(record: OpenRecord, ticket: string, typed: CheckedValues): Result<Response<'entry:check'>, Failure>;
  stay(record: OpenRecord, ticket: string): Result<Record<string, never>, Failure>;
  leave(ticket: string): void;
  submit(record: OpenRecord, request: SubmittedEntry): Result<Response<'entry:submit'>, Failure>;
};

type CheckedValues = Pick<
  EntryValues,
  | 'weight'
  | 'dose'
  | 'over'
  | 'overDays'
  | 'overHours'
  | 'pumpRate'
  | 'volumeToGive'
  | 'doses'
  | 'gap'
  | 'total'
>;

export type SubmittedEntry = {
  readonly requestId: string;
  readonly ticket: string;
  readonly copy: 1 | 2;
  readonly values: EntryValues;
  readonly corrections: number;
};

export function createEntryForms(): EntryForms {
  const forms = new Map<string, OpenForm>();
  const formOf = (record: OpenRecord, ticket: string): OpenForm | undefined => {
    const form = forms.get(ticket);
    if (!form) return undefined;
    const idle = record.clock.counter() - form.touchedAt > IDLE_SECONDS * 1000;
    if (idle) forms.delete(ticket);
    return idle ? undefined : form;
  };
  return {
    open(record, session, person) {
      const form = openForm(record, session, person);
      if (!form.ok) return form;
      const ticket = randomUUID();
      const now = record.clock.counter();
      forms.set(ticket, { session, person, which: form.value.which, openedAt: now, touchedAt: now });
      return ok({ ...form.value, ticket });
    },
    check(record, ticket, typed) {
      const form = formOf(record, ticket);
      if (!form) return err({ kind: 'formExpired' });
      // Limits and echoes are the first person's only: the second types with nothing to lean on.
      if (form.which === 'second') return err({ kind: 'planClosed' });
      form.touchedAt = record.clock.counter();
      return ownFigures(record, form.session, typed);
    },
    stay(record, ticket) {
      const form = formOf(record, ticket);
      if (!form) return err({ kind: 'formExpired' });
      form.touchedAt = record.clock.counter();
      return ok({});
    },
    leave(ticket) {
      forms.delete(ticket);
    },
    submit(record, request) {
      const form = formOf(record, request.ticket);
      if (!form) return err({ kind: 'formExpired' });
      const outcome = submitEntry(record, form, request);
      if (outcome.ok) forms.delete(request.ticket);
      return outcome;
    },
  };
}

type NewForm = Omit<EntryForm, 'ticket'>;

function openForm(record: OpenRecord, id: string, person: Actor): Result<NewForm, Failure> {
  const loaded = currentSession(record, id, person);
  if (!loaded.ok) return loaded;
  const { session } = loaded.value;
  const at = effectiveNow(session.anchor, readClock(record.clock));
  const refusal = entryPersonRefusal(session, { actor: person }, record.settings().oneClinician ? at : null);
  if (refusal) return err(refusal);
  const patient = loadPatient(record, session.patient);
  const { authorised } = session;
  if (!patient || !authorised) return err({ kind: 'notFound', what: 'patient' });
  const which = session.state === 'ENTERED_A' ? 'second' : 'first';
  return ok({
    samePerson: session.first?.by === person.id,
    which,
    you: personOf(record)(person.id),
    session: session.id,
    chair: authorised.chair,
    patient: bannerView(record, patient, { hideBirth: true }),
    attempt: session.attempt,
    attempts: ATTEMPTS,
    firstAt: session.first?.happenedAt ?? null,
    fields: fieldsToEnter(session, person.id),
    products: shuffledProducts(record, session),
    ...(isCountedOrder(authorised) ? countedForm(authorised) : pumpedForm(authorised, which)),
    idleSeconds: IDLE_SECONDS,
  });
}

type FormOfOrder = Pick<NewForm, 'pumpRateDecimals' | 'shape' | 'limits' | 'counted'>;

function pumpedForm(
  { order, rules: { pump, protocol } }: PlanAuthorised,
  which: NewForm['which'],
): FormOfOrder {
  return {
    pumpRateDecimals: pumpRateRule(pump).decimals,
    shape: orderShapeOf(protocol, order),
    limits: which === 'first' ? limitsOf(protocol) : null,
    counted: null,
  };
}

/** Of counted doses nothing is typed that has a shape or a limit of its own. */
function countedForm({ rules }: CountedPlanAuthorised): FormOfOrder {
  return { pumpRateDecimals: 0, shape: null, limits: null, counted: rules.protocol.device.kind };
}

function limitsOf(protocol: PumpedProtocol): NonNullable<NewForm['limits']> {
  return {
    dose: shownLimitsOf(protocol, orderBandOf(protocol)),
    duration: shownLimitsOf(protocol, protocol.duration),
    weight: shownLimitsOf(protocol, protocol.weight),
  };
}

/** The session as it stands now: a first entry that has grown too old is let go on the way. */
function currentSession(record: OpenRecord, id: string, person: Actor): Result<LoadedSession, Failure> {
  const loaded = loadSession(record, id);
  if (!loaded) return err({ kind: 'notFound', what: 'session' });
  // Only somebody who may enter lets an old first entry go on the way.
  if (!hasRole(person, CHECKERS)) return err({ kind: 'roleNeeded', roles: CHECKERS });
  const at = effectiveNow(loaded.session.anchor, readClock(record.clock));
  if (loaded.session.state !== 'ENTERED_A' || !firstEntryHasExpired(loaded.session, at)) return ok(loaded);
  return takeStep(record, { session: id, requestId: newEventId(), actor: person }, () =>
    decided(fact('FirstEntryExpired', {})),
  );
}

/** A stocked product as its label reads: `ketamine 10 mg per mL, vial 20 mL`. */
export function productLabel(
  { displayName }: Drug,
  { strength, vialVolume }: Product,
  amount: ShownAmount = 'mg',
): string {
  const shown = formatQuantityText(textInAmount(strength, amount));
  return `${displayName} ${shown}, vial ${formatQuantityText(vialVolume)}`;
}

/** Every product of the session's library, in an order that means nothing. */
function shuffledProducts(record: OpenRecord, session: Session): NewForm['products'] {
  const drugs = record.library.byHash(session.library.hash)?.library.drugs ?? [];
  // All in the amount of the order: a list in two units would say which one it is.
  const amount = sessionAmount(session);
  const products = drugs.flatMap((drug) =>
    drug.products.map((product) => ({ id: product.id, label: productLabel(drug, product, amount) })),
  );
  for (let last = products.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [left, right] = [products[last], products[other]];
    if (left && right) [products[last], products[other]] = [right, left];
  }
  return products;
}

/** Limits and meaning of the first person's own values; nothing of the plan is looked at. */
function ownFigures(
  record: OpenRecord,
  id: string,
  typed: CheckedValues,
): Result<Response<'entry:check'>, Failure> {
  const protocol = loadSession(record, id)?.session.authorised?.rules.protocol;
  if (!protocol) return err({ kind: 'notFound', what: 'session' });
  const weight = parseEntry(typed.weight, FIELD_RULES.weight);
  if (protocol.mode === 'countedDoses') return ok(ownCounted(typed, protocol, weight));
  const shape = orderShapeOf(protocol);
  const dose = parseEntry(typed.dose, doseRule(shape.dose));
  const boxes = { min: typed.over, h: typed.overHours ?? '', d: typed.overDays ?? '' };
  const over = parseDuration(boxes, shape.duration);
  const rate = parseEntry(typed.pumpRate, FIELD_RULES.pumpRate);
  const volume = parseEntry(typed.volumeToGive, FIELD_RULES.volumeToGive);
  return ok({
    breaches: [
      ...(weight.ok ? valueBreaches('weight', protocol, weight.value) : []),
      ...(dose.ok ? orderedBreaches(protocol, dose.value) : []),
      ...(over.ok ? valueBreaches('duration', protocol, over.value) : []),
    ],
    runs: rate.ok && volume.ok ? quantityText(runningTime(volume.value, rate.value)) : null,
    pounds: weight.ok ? quantityText(weightInPounds(weight.value)) : null,
  });
}

/** Of counted doses: the limits on the weight and on the person's own total. */
function ownCounted(
  typed: CheckedValues,
  protocol: PlannableCounted,
  weight: ReturnType<typeof parseEntry<'kg'>>,
): Response<'entry:check'> {
  const total = parseEntry(typed.total ?? '', COUNTED_RULES.total);
  return {
    breaches: [
      ...(weight.ok ? valueBreaches('weight', protocol, weight.value) : []),
      ...(total.ok ? valueBreaches('total', protocol, total.value) : []),
    ],
    runs: null,
    pounds: weight.ok ? quantityText(weightInPounds(weight.value)) : null,
  };
}

function submitEntry(
  record: OpenRecord,
  form: OpenForm,
  request: SubmittedEntry,
): Result<Response<'entry:submit'>, Failure> {
  const loaded = loadSession(record, form.session);
  const patient = loaded && loadPatient(record, loaded.session.patient);
  if (!patient) return err({ kind: 'notFound', what: 'patient' });
  const command = {
    copy: request.copy,
    values: request.values,
    corrections: request.corrections,
    seconds: Math.round((record.clock.counter() - form.openedAt) / 1000),
    weighing: measuredWeighing(patient),
    born: patient.details.born,
    known: knownPatient(record, patient, form.session),
    body: bodyOf(patient),
    oneClinician: record.settings().oneClinician,
  };
  const step = { session: form.session, requestId: request.requestId, actor: form.person };
  const decide = form.which === 'first' ? makeFirstEntry : makeSecondEntry;
  const taken = takeStep(record, step, (session, deciding) => decide(session, command, deciding));
  return taken.ok ? ok({ outcome: outcomeOf(taken.value.session, form.which) }) : taken;
}

function outcomeOf(session: Session, which: OpenForm['which']): Response<'entry:submit'>['outcome'] {
  switch (session.state) {
    case 'MATCHED':
      return 'matched';
    case 'MISMATCH':
      return 'differed';
    case 'HELD':
      return 'held';
    case 'PLANNED':
      return 'voided';
    default:
      return which === 'first' ? 'entered' : 'expired';
  }
}
