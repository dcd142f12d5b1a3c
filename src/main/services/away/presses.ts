import type { WorkstationEvent } from '../../../contract/events/storedEvent.ts';
import type { Failure } from '../../../contract/failures.ts';
import type { PressView } from '../../../contract/views/away.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../../core/session/roles.ts';
import type { SessionState } from '../../../core/session/session.ts';
import { UNIDENTIFIED } from '../../identity/actors.ts';
import { paused, stopped } from '../infusing.ts';
import type { OpenRecord } from '../openRecord.ts';
import { loadSession } from '../sessionSteps.ts';
import { recordWorkstationFact, WORKSTATION } from '../workstations.ts';

/** For so long somebody may still say who pressed. Source: UX 2.3, “without a PIN in 60 s”. */
const WAIT_MILLISECONDS = 60_000;

type Press = {
  /** Becomes the id of the fact. */
  readonly id: string;
  readonly session: string;
  readonly what: 'pause' | 'stop';
  /** Wall clock and counter when the key went down. */
  readonly at: number;
  readonly counter: number;
};

/** States in which a key does something. */
const STATES: Record<Press['what'], readonly SessionState[]> = {
  pause: ['RUNNING'],
  stop: ['RUNNING', 'PAUSED'],
};

/**
 * Keys that went down on a locked desk and wait for a name. Never refused, and never lost: each is a fact of the
 * workstation before anybody is asked, and what a program that was killed left waiting is recorded at its next start.
 */
export type Presses = {
  press(record: OpenRecord, pressed: Pick<Press, 'id' | 'session' | 'what'>): Result<PressView, Failure>;
  /** Somebody brushed against a key: nothing happened. */
  drop(record: OpenRecord, id: string): void;
  record(record: OpenRecord, id: string, by: Actor): Result<null, Failure>;
  /** Records without a name what has waited for its time; all of it when the record is put away. */
  recordUnidentified(record: OpenRecord, all?: boolean): void;
  /** Records without a name what was left waiting when the program ended without warning. */
  recordLeft(record: OpenRecord): void;
};

export function createPresses(): Presses {
  const waiting = new Map<string, Press>();
  const viewOf = ({ id, at }: Press): PressView => ({ press: id, at, until: at + WAIT_MILLISECONDS });
  return {
    press(record, { id, session, what }) {
      const state = loadSession(record, session)?.session.state;
      if (!state) return err({ kind: 'notFound', what: 'session' });
      if (!STATES[what].includes(state)) return err({ kind: 'notInThisState', state });
      const same = [...waiting.values()].find((one) => one.session === session && one.what === what);
      const { clock } = record;
      const pressed = same ?? { id, session, what, at: clock.now(), counter: clock.counter() };
      waiting.set(pressed.id, pressed);
      // A disk that cannot keep it takes nothing away from the key: it still waits here.
      if (!same) note(record, { type: 'PressKept', version: 1, data: { press: id, session, what } });
      return ok(viewOf(pressed));
    },
    drop(record, id) {
      if (waiting.delete(id)) noteDropped(record, id);
    },
    record(record, id, by) {
      const pressed = waiting.get(id);
      if (!pressed) return err({ kind: 'pressGone' });
      const recorded = written(record, pressed, by);
      if (recorded.ok) waiting.delete(id);
      return recorded;
    },
    recordUnidentified(record, all = false) {
      for (const pressed of waiting.values()) {
        const isOver = record.clock.counter() - pressed.counter >= WAIT_MILLISECONDS;
        if (!all && !isOver) continue;
        const recorded = written(record, pressed, NOBODY_KNOWN);
        // What a full disk refuses is tried again with the next second; what no longer runs needs no pause.
        const isGone = !recorded.ok && recorded.failure.kind === 'notInThisState';
        if (recorded.ok || isGone) waiting.delete(pressed.id);
        if (isGone) noteDropped(record, pressed.id);
      }
    },
    recordLeft(record) {
      for (const pressed of pressesLeft(record)) {
        const recorded = written(record, pressed, NOBODY_KNOWN, { isSaid: true });
        if (!recorded.ok && recorded.failure.kind === 'notInThisState') noteDropped(record, pressed.id);
      }
    },
  };
}

const NOBODY_KNOWN: Actor = { id: UNIDENTIFIED, roles: ['assistant'] };

function note(record: OpenRecord, fact: WorkstationEvent): void {
  recordWorkstationFact(record, fact);
}

function noteDropped(record: OpenRecord, press: string): void {
  note(record, { type: 'PressDropped', version: 1, data: { press } });
}

/** Kept, and neither recorded in a session nor dropped. */
function pressesLeft({ log }: OpenRecord): readonly Pick<Press, 'id' | 'session' | 'what' | 'at'>[] {
  const events = log.readStream(WORKSTATION).filter(({ known }) => known);
  const dropped = events
    .filter(({ type }) => type === 'PressDropped')
    .map(({ data }) => (data as Kept).press);
  return events
    .filter(({ type }) => type === 'PressKept')
    .map(({ data, happenedAt: at }) => {
      const { press: id, session, what } = data as Kept;
      return { id, session, what, at };
    })
    .filter(({ id }) => !dropped.includes(id) && !log.hasEvent(id));
}

type Kept = { readonly press: string } & Pick<Press, 'session' | 'what'>;

/** `isSaid`: at a start the moment of the key may lie long back. */
function written(
  record: OpenRecord,
  { id, session, what, at }: Pick<Press, 'id' | 'session' | 'what' | 'at'>,
  actor: Actor,
  how: { readonly isSaid?: boolean } = {},
): Result<null, Failure> {
  const step = { session, requestId: id, actor, happenedAt: at, ...how };
  const outcome = what === 'pause' ? paused(record, step, null) : stopped(record, step, null);
  return outcome.ok ? ok(null) : outcome;
}
