import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type IntranasalDisagreement, intranasalDisagreements } from '../crosscheck/countedBackward.ts';
import { derive, plus, type Quantity, wholeQuantity } from '../quantity/quantity.ts';
import type { AmountUnit } from '../quantity/units.ts';
import { err, type Result } from '../result.ts';
import {
  type DoseScheduleRefusal,
  doseSchedule,
  firstBelowZero,
  firstNotWhole,
  type ScheduledDose,
  scheduleRefusal,
  timesCount,
} from './doseSchedule.ts';
import {
  amountOf,
  type FamiliesDiffer,
  firstNotAboveZero,
  isSameFamily,
  type NotAboveZero,
} from './doseUnits.ts';

/** A solution that doses are drawn from. */
export type Solution = {
  readonly concentration: Quantity<`${AmountUnit}/mL`>;
  /** What stays behind in one device when it is empty. 0 is allowed. */
  readonly deadSpace: Quantity<'mL'>;
};

export type IntranasalOrder<U extends AmountUnit = AmountUnit> = {
  readonly amountPerSpray: Quantity<U>;
  readonly spraysPerDose: Quantity<'sprays'>;
  readonly doses: bigint;
  /** The least time from one dose to the next. */
  readonly gap: Quantity<'min'>;
  /** The atomisers to fill, all alike; undefined for a spray that comes filled. */
  readonly filling: (Solution & { readonly devices: bigint }) | undefined;
};

/** What one nostril gets in all. */
export type Nostril<U extends AmountUnit> = {
  readonly sprays: Quantity<'sprays'>;
  readonly amount: Quantity<U>;
};

/** A dose of sprays and the nostrils they go into. */
export type SprayDose<U extends AmountUnit = AmountUnit> = ScheduledDose<U> & {
  readonly first: Quantity<'sprays'>;
  readonly second: Quantity<'sprays'>;
};

/** The volumes of filled devices, exact. */
export type DeviceVolumes<U extends AmountUnit> = {
  readonly perSpray: Quantity<'mL'>;
  readonly first: Quantity<'mL'>;
  readonly second: Quantity<'mL'>;
  readonly given: Quantity<'mL'>;
  /** Given, and the dead space of every device. */
  readonly drawUp: Quantity<'mL'>;
  /** What stays in the dead space: drawn, not given, to be wasted. */
  readonly leftBehind: Quantity<U>;
};

export type IntranasalDoses<U extends AmountUnit = AmountUnit> = {
  readonly sprays: Quantity<'sprays'>;
  readonly total: Quantity<U>;
  readonly first: Nostril<U>;
  readonly second: Nostril<U>;
  readonly schedule: readonly SprayDose<U>[];
  readonly volumes: DeviceVolumes<U> | undefined;
};

export type IntranasalRefusal =
  | NotAboveZero
  | DoseScheduleRefusal
  | FamiliesDiffer
  | EnginesDisagree<IntranasalDisagreement>;

/**
 * Counted intranasal doses: total = amount per spray × sprays per dose × doses. Sprays go into the nostrils in turn,
 * starting with the first one, so an odd number gives the first nostril one more. Each dose follows the one before
 * by the least gap. Volume of a spray (mL) = amount per spray ÷ concentration; to draw up = all sprays + dead space
 * of every device. Exact.
 *
 * Refuses an amount, number of sprays, of doses or of devices, or concentration that is not above 0; sprays and
 * minutes of the gap that are not whole; a gap or dead space below 0; a concentration of another family.
 *
 * Source: counted doses of UX 1 row 5 and UX 3.6 (gap 0 to 60 min); volume per nostril and dead space of an atomiser
 * (0.1 mL) in DOMAIN 4.4.
 */
export function intranasalDoses<U extends AmountUnit>(
  order: IntranasalOrder<U>,
): Result<IntranasalDoses<U>, IntranasalRefusal> {
  const refusal = intranasalRefusal(order);
  if (refusal) return err(refusal);
  const { amountPerSpray, spraysPerDose, doses, gap, filling } = order;
  const sprays = timesCount(spraysPerDose, doses);
  const turns = inTurn(sprays.value.numerator, 0n);
  const first = nostril(turns.first, amountPerSpray);
  const second = nostril(turns.second, amountPerSpray);
  const answer: IntranasalDoses<U> = {
    sprays,
    total: timesCount(amountPerSpray, sprays.value),
    first,
    second,
    schedule: doseSchedule(doses, timesCount(amountPerSpray, spraysPerDose.value), gap).map((dose) =>
      intoNostrils(dose, spraysPerDose),
    ),
    volumes: filling && deviceVolumes(amountPerSpray, [first, second], filling),
  };
  return confirmed(answer, intranasalDisagreements(order, answer));
}

function intranasalRefusal(order: IntranasalOrder): IntranasalRefusal | undefined {
  const { amountPerSpray, spraysPerDose, doses, gap, filling } = order;
  return (
    firstNotAboveZero({ amountPerSpray, spraysPerDose, concentration: filling?.concentration }) ??
    firstNotWhole({ spraysPerDose }) ??
    scheduleRefusal({ doses, devices: filling?.devices }, gap) ??
    firstBelowZero({ deadSpace: filling?.deadSpace }) ??
    (filling && familyRefusal(amountPerSpray.unit, filling.concentration.unit))
  );
}

/** The refusal of a concentration that holds another family than the one that is ordered, or undefined. */
export function familyRefusal(ordered: AmountUnit, offered: `${AmountUnit}/mL`): FamiliesDiffer | undefined {
  return isSameFamily(ordered, amountOf(offered)) ? undefined : { kind: 'familiesDiffer', ordered, offered };
}

type Turns = { readonly first: Quantity<'sprays'>; readonly second: Quantity<'sprays'> };

/** So many sprays in turn, after `before` earlier ones. */
function inTurn(count: bigint, before: bigint): Turns {
  const first = (count + 1n - (before % 2n)) / 2n;
  return { first: wholeQuantity(first, 'sprays'), second: wholeQuantity(count - first, 'sprays') };
}

function nostril<U extends AmountUnit>(sprays: Quantity<'sprays'>, amountPerSpray: Quantity<U>): Nostril<U> {
  return { sprays, amount: timesCount(amountPerSpray, sprays.value) };
}

function intoNostrils<U extends AmountUnit>(
  dose: ScheduledDose<U>,
  spraysPerDose: Quantity<'sprays'>,
): SprayDose<U> {
  const count = spraysPerDose.value.numerator;
  return { ...dose, ...inTurn(count, count * (dose.number - 1n)) };
}

function deviceVolumes<U extends AmountUnit>(
  amountPerSpray: Quantity<U>,
  [first, second]: readonly [Nostril<U>, Nostril<U>],
  { concentration, deadSpace, devices }: Solution & { readonly devices: bigint },
): DeviceVolumes<U> {
  const volumeOf = (amount: Quantity<U>): Quantity<'mL'> => derive('mL', [amount], [concentration]);
  const given = plus(volumeOf(first.amount), volumeOf(second.amount));
  const allDeadSpace = timesCount(deadSpace, devices);
  return {
    perSpray: volumeOf(amountPerSpray),
    first: volumeOf(first.amount),
    second: volumeOf(second.amount),
    given,
    drawUp: plus(given, allDeadSpace),
    leftBehind: derive(amountPerSpray.unit, [allDeadSpace, concentration]),
  };
}
