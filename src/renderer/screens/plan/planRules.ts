import type { Failure } from '../../../contract/failures.ts';
import type { PlanCalculation, PlanScreenView } from '../../../contract/views/plan.ts';
import { smallDrawUpText } from '../../components/drawUpWords.ts';
import { errorText } from '../../errorText.ts';
import { type Breach, breachName, breachText } from '../../errorTexts/breachText.ts';
import { allergyRules, recordFailures } from './clearanceRules.ts';
import type { PlanEntry } from './planEntry.ts';
import type { Protocol } from './planWords.ts';

/** One rule the plan breaks. A hard one closes the plan; a soft one can be answered with a reason. */
export type FailedRule = {
  /** A breach by the key its reason is sent under (`soft above dose`); anything else by its kind. */
  readonly key: string;
  readonly text: string;
  readonly strength: 'hard' | 'soft';
  /** What a reason is given for. */
  readonly name: string;
};

type Judged = {
  readonly calculation: PlanCalculation;
  readonly view: PlanScreenView;
  readonly entry: PlanEntry;
  readonly protocol: Pick<Protocol, 'id' | 'weightMaxAgeHours'>;
  readonly now: number;
  readonly zone: string;
};

/** Every rule the plan as typed breaks, worst first, all at once. Source: UX 3.6, rounding policy and error states. */
export function failedRules(judged: Judged): readonly FailedRule[] {
  const closing = [
    ...weightFailures(judged),
    ...sumFailures(judged.calculation),
    ...judged.calculation.impossible,
    ...recordFailures(judged.view, judged.protocol.id),
    ...chairFailures(judged),
  ];
  const breaches = judged.calculation.breaches.map((breach) => breachRule(breach, judged.calculation));
  return [
    ...breaches.filter(({ strength }) => strength === 'hard'),
    ...closing.map((failure): FailedRule => {
      const text = errorText(failure, judged.zone);
      return { key: failure.kind, text, strength: 'hard', name: text };
    }),
    ...allergyRules(judged.view, judged.protocol.id, judged.zone),
    ...breaches.filter(({ strength }) => strength === 'soft'),
  ];
}

const MILLISECONDS_PER_HOUR = 3_600_000;

/** The protocol's rule for the age of a weight, said before the service would refuse for it. */
function weightFailures({ calculation, protocol, now }: Judged): readonly Failure[] {
  const { weighing } = calculation;
  if (!weighing) return [{ kind: 'notWeighed' }];
  const age = now - weighing.weighedAt;
  const allowedHours = protocol.weightMaxAgeHours;
  if (age <= allowedHours * MILLISECONDS_PER_HOUR) return [];
  return [{ kind: 'weightTooOld', ageHours: Math.floor(age / MILLISECONDS_PER_HOUR), allowedHours }];
}

function sumFailures({ refusal }: PlanCalculation): readonly Failure[] {
  // Fields that are still empty are no rule, and a missing weight is said above.
  if (!refusal || refusal.kind === 'incomplete' || refusal.kind === 'notWeighed') return [];
  return [refusal];
}

function chairFailures({ view, entry }: Judged): readonly Failure[] {
  const { chair } = entry.typed;
  const taken = view.chairs.some(({ number, free }) => number === chair && !free);
  return chair !== null && taken ? [{ kind: 'chairIsTaken', chair }] : [];
}

/** A passed limit, and what the value looks like that passes it. */
function breachRule(breach: Breach, { slips }: PlanCalculation): FailedRule {
  const { strength, side, value } = breach;
  const slip = slips.find((each) => each.value === value);
  const text = slip ? `${breachText(breach)} ${slip.sentence}` : breachText(breach);
  return { key: `${strength} ${side} ${value}`, text, strength, name: breachName(breach) };
}

/** Sentences on values that pass no limit of their own and look like a slip all the same. Source: UX 3.7, net 3. */
export function slipsWithinLimits({ slips, breaches }: PlanCalculation): readonly string[] {
  return slips
    .filter((slip) => !breaches.some(({ value }) => value === slip.value))
    .map(({ sentence }) => sentence);
}

/** That so little is drawn up that a tenfold slip is easily made; nothing otherwise. */
export function smallDrawUpSentences(calculation: PlanCalculation | null): readonly string[] {
  const volume = calculation?.sum?.drawUp ?? calculation?.counted?.sum.fill;
  return calculation?.smallDrawUp && volume ? [smallDrawUpText(volume)] : [];
}
