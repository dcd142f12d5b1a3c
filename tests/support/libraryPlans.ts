import demo from '../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../src/contract/library.ts';
import type { PlanInput } from '../../src/core/dosing/planInput.ts';
import { planSum } from '../../src/core/dosing/planSum.ts';
import type { DoseOverTimeProtocol, DrugLibrary, Product } from '../../src/core/library/library.ts';
import type { PatientBody } from '../../src/core/library/planWeight.ts';
import { formatNumber } from '../../src/core/quantity/format.ts';
import { type Quantity, quantityText, readQuantity } from '../../src/core/quantity/quantity.ts';
import type { Rational } from '../../src/core/quantity/rational.ts';
import type { EntryReference } from '../../src/core/session/compareEntries.ts';
import type { EntryValues } from '../../src/core/session/entryFields.ts';
import { orderInput } from '../../src/core/session/orderInput.ts';
import { answered } from './exactText.ts';

/** The usual order of a protocol, from one of the products of its drug, for one patient. */
export type LibraryPlan = {
  readonly name: string;
  readonly protocol: DoseOverTimeProtocol;
  readonly usual: { readonly dose: Quantity<'mg/kg'>; readonly duration: Quantity<'min'> };
  readonly reference: EntryReference;
};

/** The library that the program comes with. */
export const LIBRARY = librarySchema.parse(demo) as DrugLibrary;

const BORN = '1984-03-09';
const WEIGHT = readQuantity('72 kg', 'kg');
/** Sex and height of the patient of these plans. */
export const BODY: PatientBody = { sex: 'female', height: '172 cm' };

/** Every protocol of the library with every product it can be made from, at 1 mg per mL in its container. */
export function libraryPlans(): readonly LibraryPlan[] {
  return LIBRARY.protocols.flatMap((protocol) =>
    protocol.mode === 'doseOverTime'
      ? productsOf(protocol).map((product) => libraryPlan(protocol, product))
      : [],
  );
}

/** Each of these plans with each of some changes of a dose, under both names: the rows of a test. */
export function plansTimes(changes: Readonly<Record<string, Rational>>) {
  return libraryPlans().flatMap((plan) =>
    Object.entries(changes).map(([change, factor]) => [plan.name, change, factor, plan] as const),
  );
}

export function productsOf({ drug }: DoseOverTimeProtocol): readonly Product[] {
  return LIBRARY.drugs.find(({ id }) => id === drug)?.products ?? [];
}

function libraryPlan(protocol: DoseOverTimeProtocol, product: Product): LibraryPlan {
  const pump = LIBRARY.pumps.find(({ id }) => id === protocol.pump);
  const { dose, duration, container } = protocol;
  if (!pump || !dose.usual || !duration.usual)
    throw new Error(`${protocol.name} has no pump or no usual order.`);
  return {
    name: `${protocol.name} from ${product.strength}`,
    protocol,
    usual: { dose: readQuantity(dose.usual, 'mg/kg'), duration: readQuantity(duration.usual, 'min') },
    reference: {
      born: BORN,
      weight: WEIGHT,
      body: BODY,
      order: {
        dose: dose.usual,
        duration: duration.usual,
        amount: `${container.volume.replace(' mL', '')} mg`,
        volume: container.volume,
        mixing: 'madeUpTo',
        product: product.id,
      },
      rules: {
        protocol,
        pump,
        product,
        drugName: protocol.drug,
        lineVolume: LIBRARY.lineVolume,
        reconciliationTolerance: LIBRARY.reconciliationTolerance,
      },
    },
  };
}

/** The plan with another dose, everything else as ordered. */
export function withDose({ reference }: LibraryPlan, dose: Quantity<'mg/kg'>): PlanInput {
  return { ...orderedFor(reference), dosePerKg: dose };
}

/** The order as the input of a sum, for the weight of the reference. */
export function orderedFor(reference: EntryReference): PlanInput {
  return answered(orderInput(reference, reference.weight));
}

/** What a person types who makes no slip. */
export function rightEntry(reference: EntryReference): EntryValues {
  const { order, born, weight } = reference;
  const input = orderedFor(reference);
  const { rate, volume } = answered(planSum(input));
  return {
    dateOfBirth: born,
    product: order.product,
    weight: typed(weight),
    dose: typed(input.dosePerKg),
    over: typed(input.duration),
    amount: typed(input.amount),
    volume: typed(input.volume),
    pumpRate: typed(rate.set),
    volumeToGive: typed(volume.set),
  };
}

/** The bare digits of a value, as they are typed: no unit and no mark between thousands. */
export function typed(value: Quantity): string {
  const digits = quantityText(value).slice(0, -` ${value.unit}`.length);
  if (digits.includes('/')) throw new Error(`Nobody can type ${formatNumber(value)}.`);
  return digits;
}
