import { PROVED_CASES } from './cases.ts';
import { randomFrom } from './random.ts';

/** What a run of random cases came to. */
export type Proof = {
  readonly cases: number;
  /** Answers that left: both engines agreed. */
  readonly answered: number;
  /** Refused by a rule of the calculation, before the engines were compared. */
  readonly refused: number;
  /** Withheld because the engines disagreed, or broken off: each with the seed that shows it again. */
  readonly disagreements: readonly string[];
};

const MOST_NAMED = 20;

/** Runs `count` cases, each from a seed of its own, so that any one of them can be asked again alone. */
export function prove(firstSeed: number, count: number): Proof {
  const disagreements: string[] = [];
  let answered = 0;
  let refused = 0;
  let disagreed = 0;
  for (let index = 0; index < count; index += 1) {
    const seed = firstSeed + index;
    const fault = ask(seed);
    if (fault === 'answered') answered += 1;
    else if (fault === 'refused') refused += 1;
    else {
      disagreed += 1;
      if (disagreements.length < MOST_NAMED) disagreements.push(`seed ${seed}: ${fault}`);
    }
  }
  if (disagreed > disagreements.length) disagreements.push(`and ${disagreed - disagreements.length} more`);
  return { cases: count, answered, refused, disagreements };
}

function ask(seed: number): string {
  const proved = PROVED_CASES[seed % PROVED_CASES.length];
  if (!proved) throw new Error('There is no case to prove.');
  try {
    const answer = proved.ask(randomFrom(seed));
    const on = disagreementsIn(answer);
    if (on.length > 0) return `${proved.name}: ${on.join(', ')}`;
    return answer.ok ? 'answered' : 'refused';
  } catch (error) {
    return `${proved.name}: ${error instanceof Error ? error.message : 'broken off'}`;
  }
}

/** Every disagreement anywhere in an answer: a table or a list of ways holds answers of its own. */
function disagreementsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('kind' in value && value.kind === 'enginesDisagree' && 'on' in value) return [String(value.on)];
  return Object.values(value).flatMap(disagreementsIn);
}
