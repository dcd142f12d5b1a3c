import { type Quantity, quantityText, type Unit } from '../../src/core/quantity/quantity.ts';
import {
  confirmedBalance,
  confirmedEmpty,
  confirmedEnd,
  confirmedGiven,
  confirmedLeft,
  confirmedMeaning,
} from '../../src/core/session/confirmedNumbers.ts';
import type { InfusionRun } from '../../src/core/session/delivered.ts';
import type { Session } from '../../src/core/session/session.ts';
import { CHANGED, secondReady } from '../support/containerStory.ts';
import { countedAfter } from '../support/countedStory.ts';
import { sessionAfter } from '../support/playedSession.ts';
import type { ProvedCase } from './provedCase.ts';
import { between, type Random } from './random.ts';

const START = Date.UTC(2025, 10, 14, 10);
const HOUR = 3_600_000;

function text<U extends Unit>(value: Quantity<U>) {
  return quantityText(value);
}

function listOf<Value>(random: Random, most: number, make: () => Value): readonly Value[] {
  return Array.from({ length: random.whole(most + 1) }, make);
}

/** Rates, pauses, boluses and containers at any moment of ten hours, to the millisecond, two of them at one now and then. */
function runOf(random: Random): InfusionRun {
  const moments = [START, ...listOf(random, 5, () => START + random.whole(10 * HOUR))];
  const moment = (): number => (random.chance(3) ? random.pick(moments) : START + random.whole(10 * HOUR));
  const inOrder = (times: readonly number[]) => times.toSorted((left, right) => left - right);
  return {
    stretches: inOrder(moments).map((from) => ({
      from,
      rate: random.chance(4) ? '0 mL/h' : text(between(random, 1, 300, 'mL/h')),
    })),
    boluses: listOf(random, 3, () => ({ at: moment(), volume: text(between(random, 1, 20, 'mL')) })),
    laterContainers: inOrder(listOf(random, 3, moment)).map((from) => ({
      from,
      volume: text(between(random, 10, 500, 'mL')),
    })),
    volumeToGive: text(between(random, 10, 2_000, 'mL')),
    containerVolume: text(between(random, 10, 500, 'mL')),
    endedAt: random.chance(3) ? moment() : null,
  };
}

const PLAYED: readonly Session[] = [
  sessionAfter('DrugDrawn'),
  sessionAfter('InfusionStarted'),
  sessionAfter('SessionSigned'),
  secondReady(CHANGED),
  countedAfter('RecoveryStarted'),
];

/** Sessions whose rate means something for the patient. */
const PUMPED = PLAYED.filter(({ started, run }) => started !== null && run !== null);

/** A session as it was played, with other vials, draws, readings, doses and wastes. */
function sessionOf(random: Random): Session {
  const session = random.pick(PLAYED);
  const { preparation, finalReading } = session;
  const { vial, drawn, witnessed } = preparation;
  const other = {
    ...preparation,
    vial: vial && { ...vial, vials: 1 + random.whole(6) },
    drawn: drawn && { ...drawn, ...drawnOf(random, session) },
    witnessed: witnessed && { ...witnessed, concentration: text(between(random, 1, 50, 'mg/mL')) },
  };
  return {
    ...session,
    preparation: other,
    discardedPreparations: random.chance(4) ? [other] : [],
    finalReading: finalReading && {
      ...finalReading,
      pumpVolume: text(between(random, 1, 500, 'mL')),
      linePrimedWith: random.pick(['diluent', 'drug']),
      lineFlushed: random.chance(2),
    },
    doses: session.doses.map((dose) => ({ ...dose, amount: text(between(random, 1, 100, 'mg')) })),
    wastes: session.wastes.map((waste) => ({ ...waste, amount: text(between(random, 1, 200, 'mg')) })),
  };
}

/** A volume, and what of the drug is in it at the strength of the vial. */
function drawnOf(random: Random, session: Session) {
  const strength = BigInt(session.authorised?.rules.product.strength.split(' ')[0] ?? '1');
  const millilitres = BigInt(1 + random.whole(50));
  return { volume: `${millilitres} mL`, amount: `${millilitres * strength} mg` } as const;
}

export const SESSION_CASES: readonly ProvedCase[] = [
  {
    name: 'volume given',
    ask: (random) => confirmedGiven(runOf(random), START + random.whole(12 * HOUR)),
  },
  {
    name: 'left in the container',
    ask: (random) => confirmedLeft(runOf(random), START + random.whole(12 * HOUR)),
  },
  {
    name: 'end of a run',
    ask: (random) => confirmedEnd(runOf(random)),
  },
  {
    name: 'empty container',
    ask: (random) => confirmedEmpty(runOf(random)),
  },
  {
    name: 'meaning of a rate',
    ask: (random) => confirmedMeaning(random.pick(PUMPED), between(random, 1, 400, 'mL/h')),
  },
  {
    name: 'balance of a session',
    ask: (random) => confirmedBalance(sessionOf(random)),
  },
];
