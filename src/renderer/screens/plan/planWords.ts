import type {
  PlanCalculation,
  PlanScreenView,
  ProtocolChoice,
  TypedPlan,
} from '../../../contract/views/plan.ts';
import {
  formatChange,
  formatQuantity,
  formatQuantityText,
  NO_BREAK_SPACE,
} from '../../../core/quantity/format.ts';
import { formatMinutes } from '../../../core/quantity/formatDuration.ts';
import { type EntryRule, parseEntry } from '../../../core/quantity/parseEntry.ts';
import {
  compareQuantities,
  minus,
  type Quantity,
  type QuantityText,
  quantityText,
  readQuantity,
  type Unit,
} from '../../../core/quantity/quantity.ts';
import { multiply, rational } from '../../../core/quantity/rational.ts';
import { roundToDecimals } from '../../../core/quantity/round.ts';
import { textInAmount } from '../../../core/quantity/shownAmount.ts';
import { inputsOfStep, STEP_INPUTS, stepFields } from '../../../core/session/entryFields.ts';
import { parseDuration } from '../../../core/session/typedDuration.ts';
import { formatDate, formatDateTime, formatHourMinute, formatWhen } from '../../components/time.ts';
import { listed } from '../../errorTexts/textFor.ts';
import type { PlanNumber } from './planNumbers.ts';

export type Sum = NonNullable<PlanCalculation['sum']>;
export type Protocol = ProtocolChoice['protocol'];
export type Shape = ProtocolChoice['shape'];
type Product = ProtocolChoice['products'][number];

/** The fields by the names a refusal calls them. */
export const PLAN_NUMBER_WORDS: Record<PlanNumber, string> = {
  dose: 'Dose',
  days: 'Over, days',
  hours: 'Over, hours',
  duration: 'Over',
  amount: 'Drug amount',
  volume: 'Volume',
  doses: 'Number of doses',
  gap: 'Gap',
  loadingDose: 'Loading dose',
  loadingOver: 'Loading dose over',
  ...stepNumberWords(),
};

/** `Step 2, rate`, `Step 2, hours` */
function stepNumberWords(): Record<(typeof STEP_INPUTS)[number], string> {
  const boxes = { Rate: 'rate', Days: 'days', Hours: 'hours', Over: 'minutes' } as const;
  return Object.fromEntries(
    STEP_INPUTS.map((input) => {
      const box = input.slice('step2'.length) as keyof typeof boxes;
      return [input, `Step ${input.charAt(4)}, ${boxes[box]}`];
    }),
  ) as Record<(typeof STEP_INPUTS)[number], string>;
}

/**
 * Nonsense reads as nonsense: "ends in 4 min". A plan has no time of its start, so the time of the clock is that of a
 * start now. Wording: UX 6, finish-time sentence; UX 7, scenario 5.
 */
export function finishSentence(sum: Sum, protocol: Protocol, clock?: ClockNow): string {
  const rate = ratesInWords(sum);
  const lasting = readQuantity(sum.staged?.duration ?? sum.achievedDuration, 'min');
  const ends = `${formatMinutes(lasting)} after start${clock ? `, at ${endsAt(lasting, clock)} if started now` : ''}`;
  return `${rate}. Ends ${ends}. ${containersSentence(sum, protocol)}`;
}

/** `9 mL/h`; of several stages `27 mL/h for 20 min, then 9 mL/h for 2 h 0 min, each begun by a person`. */
export function ratesInWords({ rate, staged }: RatesOf): string {
  if (!staged) return formatQuantityText(rate);
  const stages = staged.stages.map(
    (stage) => `${formatQuantityText(stage.rate)} for ${formatMinutes(stageLasts(stage))}`,
  );
  return `${stages.join(', then ')}, each begun by a person`;
}

type RatesOf = Pick<Sum, 'rate'> & { readonly staged?: { readonly stages: readonly TimedStage[] } };
type TimedStage = Pick<Stage, 'rate' | 'startsAfter' | 'endsAfter'>;
type Stage = NonNullable<Sum['staged']>['stages'][number];

/** As the pump is set. */
export function stageLasts({
  startsAfter,
  endsAfter,
}: Pick<Stage, 'startsAfter' | 'endsAfter'>): Quantity<'min'> {
  return minus(readQuantity(endsAfter, 'min'), readQuantity(startsAfter, 'min'));
}

export type ClockNow = { readonly now: number; readonly zone: string };

const MILLISECONDS_PER_MINUTE = rational(60_000n);

/** `10:40`, on another day with its date. */
function endsAt(lasting: Quantity<'min'>, { now, zone }: ClockNow): string {
  const end = now + Number(roundToDecimals(multiply(lasting.value, MILLISECONDS_PER_MINUTE), 0).numerator);
  const isToday = formatDate(end, zone) === formatDate(now, zone);
  return isToday ? formatHourMinute(end, zone) : formatDateTime(end, zone);
}

/** How long one container would last: said where one is enough, and no news where it takes more. */
export function containerSentence(sum: Sum, protocol: Protocol): string {
  if (sum.containers > 1) return '';
  const { name, volume } = protocol.container;
  // A container that is not filled is not what lasts: then it is the volume prepared.
  const what = sum.finalVolume === volume ? name.replace(/(\d) /, `$1${NO_BREAK_SPACE}`) : undefined;
  return `The ${what ?? `${formatQuantityText(sum.finalVolume)} prepared`} alone would last ${lasts(sum)}.`;
}

function containersSentence(sum: Sum, protocol: Protocol): string {
  const kind = containerKind(sum, protocol);
  if (sum.containers === 1) return `One ${kind} is enough.`;
  const byUse = sum.containerUses?.filter(({ endedBy }) => endedBy === 'useBy') ?? [];
  if (byUse.length === 0) return `${sum.containers} ${kind}s: first empty after ${lasts(sum)}.`;
  const changes = byUse.map(({ endsAfter }) => formatMinutes(readQuantity(endsAfter, 'min')));
  return `${sum.containers} ${kind}s: changes after ${listed(changes, 'and')}, ${formatQuantityText(byUse[0]?.volume ?? '0 mL')} used of each.`;
}

/** `syringe`; more than it holds is no syringe's content. */
function containerKind({ finalVolume }: Sum, { container }: Protocol): string {
  const holds = readQuantity(container.volume, 'mL');
  if (compareQuantities(readQuantity(finalVolume, 'mL'), holds) > 0) return 'preparation';
  return container.name.split(' ').at(-1) ?? 'container';
}

function lasts(sum: Sum): string {
  return formatMinutes(readQuantity(sum.containerLasts, 'min'));
}

/** `10 mg per mL, vial 20 mL` */
export function productLabel({ strength, vialVolume }: Product, amount: Shape['amount'] = 'mg'): string {
  return `${formatQuantityText(textInAmount(strength, amount))}, vial ${formatQuantityText(vialVolume)}`;
}

/** `made up to 50 mL`; without a readable volume the words alone. */
export function mixingLabel(mixing: 'madeUpTo' | 'addedTo', volume: string | null): string {
  const words = mixing === 'madeUpTo' ? 'made up to' : 'added to';
  return volume === null ? words : `${words} ${volume}`;
}

/** A typed number with its unit, once it is one. */
export function typedQuantityText<U extends Unit>(text: string, rule: EntryRule<U>): string | null {
  const parsed = parseEntry(text, rule);
  return parsed.ok ? formatQuantity(parsed.value) : null;
}

/** A typed number as a quantity, for the place it takes among the limits. */
export function typedValue<U extends Unit>(text: string, rule: EntryRule<U>): QuantityText<U> | null {
  const parsed = parseEntry(text, rule);
  return parsed.ok ? quantityText(parsed.value) : null;
}

/** `scale 1, today 09:12` */
export function weighedText(
  { scale, weighedAt }: NonNullable<PlanCalculation['weighing']>,
  now: number,
  zone: string,
): string {
  return `${scale}, ${formatWhen(weighedAt, now, zone)}`;
}

/** `last 72.4 kg 10-Nov-2025 (−0.6 %)` */
export function previousWeightText(
  previous: NonNullable<PlanScreenView['previousWeight']>,
  change: PlanCalculation['weightChangePercent'],
  date: string,
): string {
  const percent = change === null ? '' : ` (${formatChange(readQuantity(change, '%').value, 1)})`;
  return `last ${formatQuantityText(previous.weight)} ${date}${percent}`;
}

/** What is signed, in the button that signs it: `0.5 mg/kg over 40 min = 36 mg for OKAFOR, Ada`. */
export function orderInWords(typed: TypedPlan, shape: Shape, sum: Sum, patient: string): string {
  const over = typedMinutes(typed, shape);
  const lasts = over === null ? '' : ` over ${formatMinutes(readQuantity(over, 'min'))}`;
  const dose = `${typed.dose}${NO_BREAK_SPACE}${shape.dose}`;
  const amount = (text: QuantityText<'mg'>) => formatQuantityText(textInAmount(text, shape.amount));
  if (sum.staged) return `${stagesInWords(typed, shape, sum.staged, amount)} for ${patient}`;
  return `${dose}${lasts} = ${amount(sum.dose)} for ${patient}`;
}

/** `loading dose 18 mg over 20 min, then 0.25 mg/kg/h over 2 h 0 min = 36 mg; 54 mg in all` */
function stagesInWords(
  typed: TypedPlan,
  shape: Shape,
  { stages, dose }: NonNullable<Sum['staged']>,
  amount: (text: QuantityText<'mg'>) => string,
): string {
  const rates = [
    typed.dose,
    ...stepFields(typed.steps ?? 1).map((step) => typed[inputsOfStep(step).rate] ?? ''),
  ];
  const steps = stages.filter(({ kind }) => kind !== 'loading');
  const loading = stages.find(({ kind }) => kind === 'loading');
  const over = ({ duration }: Stage) => `over ${formatMinutes(readQuantity(duration, 'min'))}`;
  return [
    [
      ...(loading ? [`loading dose ${amount(loading.dose)} ${over(loading)}`] : []),
      ...steps.map(
        (step, place) => `${rates[place]}${NO_BREAK_SPACE}${shape.dose} ${over(step)} = ${amount(step.dose)}`,
      ),
    ].join(', then '),
    `${amount(dose)} in all`,
  ].join('; ');
}

/** A typed time in minutes, once all its boxes hold one. */
export function typedMinutes(
  { days = '', hours = '', duration }: TypedPlan,
  shape: Shape,
): QuantityText<'min'> | null {
  const parsed = parseDuration({ d: days, h: hours, min: duration }, shape.duration);
  return parsed.ok ? quantityText(parsed.value) : null;
}
