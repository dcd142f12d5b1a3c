import type { InfusionAsk } from '../batch/asks.ts';
import type { Given } from '../batch/given.ts';
import { type Quantity, quantityText, type Unit } from '../quantity/quantity.ts';
import { agrees, type Measured, measured, product, quotient } from './exactUnits.ts';

/**
 * The second engine for the batch calculator. No way to the answer is followed here: the answer is put among what the
 * row gives, and every relation it then stands in has to return a value that was given, exactly and in its dimension.
 */

type Name = 'amount' | 'amountRate' | 'concentration' | 'volume' | 'rate' | 'duration';

/** Each as product = product. */
const RELATIONS = {
  'amount = concentration × volume': [['amount'], ['concentration', 'volume']],
  'amount = amount rate × duration': [['amount'], ['amountRate', 'duration']],
  'volume = rate × duration': [['volume'], ['rate', 'duration']],
  'amount rate = rate × concentration': [['amountRate'], ['rate', 'concentration']],
  'amount = rate × duration × concentration': [['amount'], ['rate', 'duration', 'concentration']],
  'amount rate × duration = concentration × volume': [
    ['amountRate', 'duration'],
    ['concentration', 'volume'],
  ],
} as const satisfies Readonly<Record<string, readonly [readonly Name[], readonly Name[]]>>;

export type BatchDisagreement = keyof typeof RELATIONS | 'given value' | 'nothing to check it by';

/** A value of the row: as a factor, and as what a relation has to return. */
type Known = { readonly value: Measured; readonly isReturnedBy: (result: Measured) => boolean };
type Knowns = Readonly<Record<Name, readonly Known[]>>;

/** An answer as the value it stands for among the others. */
type Placed = { readonly name: Name; readonly value: Measured; readonly among: Given };

/** What could not be confirmed of an answer. An answer that no relation reaches is not confirmed either. */
export function batchDisagreements(
  ask: InfusionAsk,
  given: Given,
  answer: Quantity,
): readonly BatchDisagreement[] {
  if (ask === 'convert') return isConversion(given, answer) ? [] : ['given value'];
  const placed = placedAnswer(ask, given, answer);
  const knowns = knownsOf(placed.among);
  const checks: (readonly [BatchDisagreement, boolean])[] = [
    ...knowns[placed.name].map((known) => ['given value', known.isReturnedBy(placed.value)] as const),
    ...Object.entries(RELATIONS).flatMap(([name, [left, right]]) =>
      relationResults(left, right, placed, knowns).map(
        (holds) => [name as keyof typeof RELATIONS, holds] as const,
      ),
    ),
  ];
  if (checks.length === 0) return ['nothing to check it by'];
  return checks.flatMap(([name, holds]) => (holds ? [] : [name]));
}

function placedAnswer(ask: Exclude<InfusionAsk, 'convert'>, given: Given, answer: Quantity): Placed {
  const value = measured(answer);
  const { volume: _volume, rate: _rate, ...withoutVolume } = given;
  switch (ask) {
    case 'dose rate':
    case 'total dose':
      return { name: nameOfDose(answer.unit), value, among: given };
    case 'drip rate':
      return { name: 'rate', value: quotient(value, dropFactorOf(given)), among: given };
    case 'draw-up volume':
      return { name: 'volume', value, among: withoutVolume };
    case 'amount to add':
      // What is put into a container is its concentration there; the container is not what the patient is given.
      return {
        name: 'concentration',
        value: quotient(value, containerOf(given)),
        among: { ...withoutVolume, rate: given.rate },
      };
    default:
      return { name: ask, value, among: given };
  }
}

/** Whether a relation returns a given value, once for each choice of the values in it; none when one is unknown. */
function relationResults(
  left: readonly Name[],
  right: readonly Name[],
  placed: Placed,
  knowns: Knowns,
): readonly boolean[] {
  const members = [...left, ...right];
  const [returned, ...others] = members.filter((name) => name !== placed.name);
  if (!members.includes(placed.name) || returned === undefined) return [];
  const isLeft = left.includes(returned);
  return choices(others, knowns).flatMap((chosen) => {
    const side = (names: readonly Name[]) =>
      names.flatMap((name) => (name === placed.name ? [placed.value] : (chosen.get(name) ?? [])));
    const [same, opposite] = isLeft ? [side(left), side(right)] : [side(right), side(left)];
    const result = same.reduce(quotient, product(...opposite));
    return knowns[returned].map((known) => known.isReturnedBy(result));
  });
}

function choices(names: readonly Name[], knowns: Knowns): readonly ReadonlyMap<Name, Measured>[] {
  return names.reduce<readonly ReadonlyMap<Name, Measured>[]>(
    (found, name) =>
      found.flatMap((chosen) => knowns[name].map(({ value }) => new Map([...chosen, [name, value]]))),
    [new Map()],
  );
}

function knownsOf(given: Given): Knowns {
  const { dose, concentration, volume, rate, duration } = given;
  const plain = (value: Quantity | undefined): readonly Known[] => (value ? [known(value, given)] : []);
  const ordered = (name: Name) => (dose && nameOfDose(dose.unit) === name ? plain(dose) : []);
  return {
    amount: ordered('amount'),
    amountRate: ordered('amountRate'),
    concentration: concentration ? [knownConcentration(concentration, given)] : [],
    volume: [...ordered('volume'), ...plain(volume)],
    rate: [...ordered('rate'), ...plain(rate)],
    duration: plain(duration),
  };
}

function known(value: Quantity, given: Given): Known {
  return { value: measured(value), isReturnedBy: (result) => isForThisBody(result, value, given) };
}

/** A mixture is returned when the volume it is mixed in holds its amount. */
function knownConcentration(concentration: NonNullable<Given['concentration']>, given: Given): Known {
  if (concentration.kind === 'strength') return known(concentration.strength, given);
  const { amount, volume } = concentration;
  return {
    value: quotient(measured(amount), measured(volume)),
    isReturnedBy: (result) => isForThisBody(product(result, measured(volume)), amount, given),
  };
}

/** How often weight or surface can stand in a relation: each of its values has one basis, and it has no more than three. */
const POWERS = [0, -1, 1, -2, 2] as const;
const BODY_POWERS = POWERS.flatMap((ofSurface) => POWERS.map((ofWeight) => [ofWeight, ofSurface] as const));

/**
 * True when a result is exactly a given value, the body's weight and surface put in where its dimension asks for them.
 * Both are dimensions of their own, so no two choices of powers can fit; a size the row does not give is never put in.
 */
function isForThisBody(result: Measured, expected: Quantity, { weight, bsa }: Given): boolean {
  return BODY_POWERS.some(([ofWeight, ofSurface]) =>
    agrees(times(times(result, weight, ofWeight), bsa, ofSurface), expected),
  );
}

function times(result: Measured, size: Quantity | undefined, power: number): Measured {
  if (size === undefined) return result;
  const sizes = Array.from({ length: Math.abs(power) }, () => measured(size));
  return power < 0 ? sizes.reduce(quotient, result) : product(result, ...sizes);
}

function isConversion(given: Given, answer: Quantity): boolean {
  const { dose, concentration, duration, volume, rate, dropFactor, weight, height, bsa } = given;
  if (concentration) return knownConcentration(concentration, given).isReturnedBy(measured(answer));
  const infusion = dose ?? duration ?? volume ?? rate ?? dropFactor;
  // A height has one unit and nothing to convert into.
  if (!infusion && height) return quantityText(answer) === quantityText(height);
  const converted = infusion ?? weight ?? bsa;
  return converted !== undefined && isForThisBody(measured(answer), converted, given);
}

/** A dose in mL is a volume, and per time a rate. */
function nameOfDose(unit: Unit): Name {
  const isFluid = /^m?L\b/.test(unit);
  const isPerTime = /\/(?:min|h|d)$/.test(unit);
  if (isFluid) return isPerTime ? 'rate' : 'volume';
  return isPerTime ? 'amountRate' : 'amount';
}

function dropFactorOf({ dropFactor }: Given): Measured {
  if (dropFactor === undefined) throw new Error('A drip rate has a drop factor.');
  return measured(dropFactor);
}

function containerOf({ volume, concentration }: Given): Measured {
  const filled = volume ?? (concentration?.kind === 'mixture' ? concentration.volume : undefined);
  if (filled === undefined) throw new Error('An amount to add has a container.');
  return measured(filled);
}
