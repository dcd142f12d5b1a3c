import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuantityText } from '../../../src/core/quantity/quantity.ts';
import { sessionFrom } from '../../../src/core/session/applyEvent.ts';
import { givenVolume, infusingTime } from '../../../src/core/session/delivered.ts';
import type { Recorded, SessionEvent } from '../../../src/core/session/events.ts';
import type { Session } from '../../../src/core/session/session.ts';
import { timeline } from '../../../src/core/session/timeline.ts';

const START = Date.UTC(2025, 10, 14, 10);
const HOUR = 3_600_000;
const MINUTE = 60_000;
const VOLUME_TENTHS = 20_000;

/** One change of a run: what happens, how many ms after the start, and the rate from then on in tenths of a mL/h. */
type Change = {
  readonly type: 'RateChanged' | 'InfusionPaused' | 'InfusionResumed';
  readonly after: number;
  readonly tenths: number;
};
/** When a change or the end is said to have been and when it was recorded, in ms after the start by the counter. */
type Logged = { readonly event: SessionEvent; readonly said: number; readonly recorded: number };
/** What the machine's clocks do: its wall clock is off by `moved` from a moment on. */
type Wall = { readonly from: number; readonly moved: number };

const rateText = (tenths: number): QuantityText<'mL/h'> =>
  `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`} mL/h`;

function eventOf({ type, tenths }: Change): SessionEvent {
  const rate = rateText(tenths);
  if (type === 'RateChanged') {
    return {
      type,
      version: 1,
      data: { from: '0 mL/h', to: rate, reason: 'comfort', note: null, orderedBy: null },
    };
  }
  if (type === 'InfusionPaused') return { type, version: 1, data: { reason: null } };
  return { type, version: 1, data: { rate, allowedBy: null } };
}

const STOPPED: SessionEvent = { type: 'InfusionStopped', version: 1, data: { reason: null } };
const PLANNED = {
  type: 'SessionPlanned',
  version: 1,
  data: {
    number: 'KT-1',
    patient: 'p',
    library: { version: 'EXAMPLE', hash: '0'.repeat(64) },
    draft: {
      chair: 1,
      protocol: 'EXAMPLE',
      dose: null,
      duration: null,
      amount: null,
      volume: null,
      mixing: null,
      product: null,
    },
  },
} satisfies SessionEvent;

const startedAt = (tenths: number): SessionEvent => ({
  type: 'InfusionStarted',
  version: 1,
  data: { rate: rateText(tenths), volumeToGive: `${VOLUME_TENTHS / 10} mL` },
});

/** The log of a session in one boot, written in the order given, on a machine whose wall clock may be moved. */
function logOf(entries: readonly Logged[], wall: Wall = { from: Number.POSITIVE_INFINITY, moved: 0 }) {
  return entries.map(({ event, said, recorded }, index): Recorded<SessionEvent> => {
    const recordedAt = START + recorded + (recorded >= wall.from ? wall.moved : 0);
    return {
      ...event,
      id: `${index}`,
      seq: index + 1,
      streamSeq: index + 1,
      happenedAt: recordedAt - (recorded - said),
      recordedAt,
      counter: 9_000_000 + recorded,
      boot: 'one',
      zone: 'Europe/London',
      actor: 'nurse',
      witness: null,
    };
  });
}

function sessionOf(entries: readonly Logged[], wall?: Wall): Session {
  const session = sessionFrom(logOf(entries, wall));
  if (!session) throw new Error('no session');
  return session;
}

/** Said as it happens: recorded at once, in order. */
const atOnce = (event: SessionEvent, said: number): Logged => ({ event, said, recorded: said });

/**
 * The integral written a second time: milliseconds times tenths of a mL/h, in whole numbers, change by change. One mL
 * is 36,000,000 of them.
 */
function integrated(first: number, changes: readonly Change[], end: number): bigint {
  const steps = [{ after: 0, tenths: first }, ...changes].toSorted((a, b) => a.after - b.after);
  let sum = 0n;
  for (const [index, { after, tenths }] of steps.entries()) {
    const until = Math.min(end, steps[index + 1]?.after ?? end);
    if (until > after) sum += BigInt(tenths) * BigInt(until - after);
  }
  const most = BigInt(VOLUME_TENTHS) * 3_600_000n;
  return sum > most ? most : sum;
}

function expectTotal(session: Session, milliTenths: bigint): void {
  if (!session.run) throw new Error('no run');
  const { numerator, denominator } = givenVolume(session.run, START + 100 * HOUR).value;
  expect(numerator * 36_000_000n).toBe(milliTenths * denominator);
}

const changes = fc.uniqueArray(
  fc.record({
    type: fc.constantFrom('RateChanged' as const, 'InfusionPaused' as const, 'InfusionResumed' as const),
    after: fc.integer({ min: 1, max: 48 * HOUR }),
    tenths: fc.integer({ min: 1, max: 9_999 }),
  }),
  { minLength: 1, maxLength: 24, selector: ({ after }) => after },
);
const asPumped = (list: readonly Change[]): readonly Change[] =>
  list.map((change) => (change.type === 'InfusionPaused' ? { ...change, tenths: 0 } : change));
const first = fc.integer({ min: 1, max: 9_999 });
const end = fc.integer({ min: 1, max: 60 * HOUR });

function inOrder(list: readonly Change[], begin: number, until: number): readonly Logged[] {
  const before = list.filter(({ after }) => after < until).toSorted((a, b) => a.after - b.after);
  return [
    atOnce(PLANNED, -HOUR),
    atOnce(startedAt(begin), 0),
    ...before.map((change) => atOnce(eventOf(change), change.after)),
    atOnce(STOPPED, until),
  ];
}

describe('the total of a session', () => {
  it('is what an integrator written apart from it says, to the last digit, whatever was changed when', () => {
    fc.assert(
      fc.property(changes, first, end, (list, begin, until) => {
        const pumped = asPumped(list).filter(({ after }) => after < until);
        expectTotal(sessionOf(inOrder(asPumped(list), begin, until)), integrated(begin, pumped, until));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same however late and in whatever order the changes and the end were recorded', () => {
    const shuffled = fc
      .tuple(changes, first, end)
      .chain(([list, begin, until]) =>
        fc.tuple(
          fc.constant({ list: asPumped(list).filter(({ after }) => after < until), begin, until }),
          fc.shuffledSubarray([...Array(list.length + 1).keys()], { minLength: list.length + 1 }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([{ list, begin, until }, order]) => {
        const facts = [
          ...list.map((change) => ({ event: eventOf(change), said: change.after })),
          { event: STOPPED, said: until },
        ];
        const late = order
          .flatMap((place) => facts[place] ?? [])
          .map((fact, index) => ({ ...fact, recorded: 61 * HOUR + index * MINUTE }));
        const session = sessionOf([atOnce(PLANNED, -HOUR), atOnce(startedAt(begin), 0), ...late]);
        expectTotal(session, integrated(begin, list, until));
        const straight = sessionOf(inOrder(list, begin, until));
        expect(session.run).toEqual(straight.run);
      }),
      { numRuns: 500 },
    );
  });

  it('and every duration stay as they are when the wall clock is moved in the middle', () => {
    const wall = fc.record({
      from: fc.integer({ min: 0, max: 60 * HOUR }),
      moved: fc.constantFrom(-HOUR, HOUR, -25 * HOUR, 61_000),
    });
    fc.assert(
      fc.property(changes, first, end, wall, (list, begin, until, moved) => {
        const entries = inOrder(asPumped(list), begin, until);
        const straight = sessionOf(entries);
        const session = sessionOf(entries, moved);
        expect(session.run).toEqual(straight.run);
        expect(session.run && infusingTime(session.run, START + 100 * HOUR)).toBe(
          straight.run && infusingTime(straight.run, START + 100 * HOUR),
        );
        expect((session.ended?.at ?? 0) - (session.started?.at ?? 0)).toBe(until);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a late change that was said to be before the start from the start', () => {
    const early = {
      event: eventOf({ type: 'RateChanged', after: 0, tenths: 100 }),
      said: -MINUTE,
      recorded: HOUR,
    };
    const session = sessionOf([
      atOnce(PLANNED, -HOUR),
      atOnce(startedAt(540), 0),
      early,
      atOnce(STOPPED, HOUR),
    ]);
    expectTotal(session, 100n * BigInt(HOUR));
  });
});

describe('the record of a session', () => {
  const run = (wall?: Wall, boot?: string) => {
    const entries = [
      atOnce(PLANNED, -HOUR),
      atOnce(startedAt(540), 0),
      atOnce(eventOf({ type: 'RateChanged', after: 12 * MINUTE, tenths: 405 }), 12 * MINUTE),
    ];
    const log = logOf(entries, wall).map((event, index) =>
      boot !== undefined && index === 2 ? { ...event, boot, counter: 40_000 } : event,
    );
    const session = sessionFrom(log);
    return session ? timeline(session, log).map(({ detail }) => detail) : [];
  };

  it('says where the computer’s clock was moved, and that no total was', () => {
    expect(run({ from: 6 * MINUTE, moved: -HOUR }).at(-1)).toBe(
      'computer clock moved back by 1\u00a0h 00\u00a0min, totals not affected',
    );
    expect(run({ from: 6 * MINUTE, moved: 60_000 })).toEqual([null, null, null]);
  });

  it('says where it goes by the wall clock, because the computer was started again', () => {
    expect(run(undefined, 'two').at(-1)).toBe('computer was started again, times go on by its clock');
  });
});
