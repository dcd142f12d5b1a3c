import { describe, expect, it } from 'vitest';
import type { ReadEvent } from '../../src/contract/events/storedEvent.ts';
import { logVerify } from '../../src/main/commands/logVerify.ts';
import { anchorFile } from '../../src/main/eventLog/anchor.ts';
import { recordFiles } from '../../src/main/profile.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { startAda } from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { createUnsteadyClock, type UnsteadyClock } from '../support/unsteadyClock.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

type Watched = { readonly clinic: TestClinic; readonly clock: UnsteadyClock; readonly session: string };

/** Ada's infusion runs since 10:00:00 at 54 mL/h, and the seconds of the clock are heard. */
async function runningSession(): Promise<Watched> {
  const clock = createUnsteadyClock(TODAY, ZONE);
  const clinic = await openClinic({ clock, ticks: true });
  return { clinic, clock, session: await startAda(clinic) };
}

function factsOf({ desk }: TestClinic, type: string): readonly ReadEvent[] {
  return (desk.record()?.log.readStream('workstation') ?? []).filter((event) => event.type === type);
}

function foundIn({ desk }: TestClinic, session: string): readonly ReadEvent[] {
  const events = desk.record()?.log.readStream(`session:${session}`) ?? [];
  return events.filter(({ type }) => type === 'InterruptionFound');
}

describe('a machine that sleeps while an infusion runs', () => {
  it('is one fact, and the gap is asked about as after a restart', async () => {
    const { clinic, clock, session } = await runningSession();
    clock.set(at('10:17:32'));
    clock.sleep(98_000);
    for (let second = 0; second < 5; second += 1) clock.advance(1_000);
    const slept = factsOf(clinic, 'MachineSlept');
    expect(slept.map(({ data, version, known }) => ({ data, version, known }))).toEqual([
      { data: { from: at('10:17:32'), to: at('10:19:10') }, version: 1, known: true },
    ]);
    expect(foundIn(clinic, session).map(({ data, version, known }) => ({ data, version, known }))).toEqual([
      {
        data: { from: at('10:17:32'), to: at('10:19:10'), cause: 'stoodStill' },
        version: 2,
        known: true,
      },
    ]);
    expect(factsOf(clinic, 'ClockChanged')).toEqual([]);
    const view = await clinic.call('session:load', { session });
    expect(view.state).toBe('RUNNING');
    expect(view.interruption).toEqual({ from: at('10:17:32'), to: at('10:19:10'), cause: 'stoodStill' });
    const answered = await clinic.call('interruption:answer', {
      session,
      pumpState: 'running',
      pumpVolume: '17.2',
    });
    expect(answered.interruption).toBeNull();
  });

  it('is not seen in a second that comes up to 5 s late', async () => {
    const { clinic, clock, session } = await runningSession();
    clock.sleep(5_000);
    expect(factsOf(clinic, 'MachineSlept')).toEqual([]);
    expect(foundIn(clinic, session)).toEqual([]);
  });

  it('asks nothing where nothing ran, and is a fact all the same', async () => {
    const clock = createUnsteadyClock(TODAY, ZONE);
    const clinic = await openClinic({ clock, ticks: true });
    clock.advance(1_000);
    clock.sleep(8 * HOUR);
    expect(factsOf(clinic, 'MachineSlept')).toHaveLength(1);
    const board = await clinic.call('board:load', {});
    expect(board.chairs.flatMap(({ session }) => session ?? [])).toEqual([]);
  });

  it('twice before an answer is two facts and one question', async () => {
    const { clinic, clock, session } = await runningSession();
    clock.set(at('10:05:00'));
    clock.sleep(60_000);
    clock.set(at('10:08:00'));
    clock.sleep(30_000);
    expect(foundIn(clinic, session)).toHaveLength(2);
    const view = await clinic.call('session:load', { session });
    expect(view.interruption).toMatchObject({ from: at('10:08:00'), to: at('10:08:30') });
    const answer = { session, pumpState: 'running' as const, pumpVolume: '8' };
    expect((await clinic.call('interruption:answer', answer)).interruption).toBeNull();
    expect(await clinic.refusal('interruption:answer', answer)).toEqual({ kind: 'nothingToAnswer' });
  });

  it('is written once the record takes it, and no more than once', async () => {
    const { clinic, clock, session } = await runningSession();
    const record = clinic.desk.record();
    if (!record) throw new Error('no record');
    clock.set(at('10:05:00'));
    record.log.database.pragma('query_only = ON');
    clock.sleep(20_000);
    clock.advance(1_000);
    expect(factsOf(clinic, 'MachineSlept')).toEqual([]);
    record.log.database.pragma('query_only = OFF');
    clock.advance(1_000);
    clock.advance(1_000);
    expect(factsOf(clinic, 'MachineSlept').map(({ data }) => data)).toEqual([
      { from: at('10:05:00'), to: at('10:05:20') },
    ]);
    expect(foundIn(clinic, session)).toHaveLength(1);
  });
});

describe('a wall clock that is moved while an infusion runs', () => {
  it('back by an hour is one fact, asks nothing about the pump, and leaves every duration as it is', async () => {
    const { clinic, clock, session } = await runningSession();
    clock.set(at('10:12:00'));
    clock.moveWall(-HOUR);
    for (let second = 0; second < 60; second += 1) clock.advance(1_000);
    expect(factsOf(clinic, 'ClockChanged').map(({ data }) => data)).toEqual([
      { before: at('10:12:00'), after: at('09:12:00'), difference: -HOUR },
    ]);
    expect(factsOf(clinic, 'MachineSlept')).toEqual([]);
    clock.advance(19 * MINUTE);
    const view = await clinic.call('infusion:stop', { session, at: clock.now(), reason: null });
    expect(view.interruption).toBeNull();
    const data = await clinic.call('document:load', { kind: 'sessionSummary', session });
    if (data.kind !== 'sessionSummary') throw new Error('no summary');
    // 32 min by the counter, whatever the wall clock says.
    expect(data.times.infusingMilliseconds).toBe(32 * MINUTE);
    expect(data.times.totalMilliseconds).toBe(32 * MINUTE);
    expect(data.delivered.volume).toBe('28.8 mL');
  });

  it('forward is one fact too, and small corrections are none', async () => {
    const { clinic, clock } = await runningSession();
    clock.set(at('10:05:00'));
    clock.moveWall(60_000);
    expect(factsOf(clinic, 'ClockChanged')).toEqual([]);
    clock.advance(1_000);
    clock.moveWall(2 * MINUTE);
    clock.advance(1_000);
    expect(
      factsOf(clinic, 'ClockChanged').map(({ data }) => (data as { difference: number }).difference),
    ).toEqual([3 * MINUTE]);
  });

  it('during a sleep is told apart from it: both are facts, and the gap is as long as the sleep', async () => {
    const { clinic, clock, session } = await runningSession();
    clock.set(at('10:10:00'));
    clock.sleep(90_000, -HOUR);
    expect(factsOf(clinic, 'ClockChanged').map(({ data }) => data)).toEqual([
      { before: at('10:11:30'), after: at('09:11:30'), difference: -HOUR },
    ]);
    const view = await clinic.call('session:load', { session });
    expect(view.interruption && view.interruption.to - view.interruption.from).toBe(90_000);
  });
});

describe('a wall clock that is moved while the program is closed', () => {
  async function restarted(moved: number, machine: { boot?: string } = {}) {
    const { clinic, clock, session } = await runningSession();
    clock.set(at('10:17:32'));
    clinic.desk.close();
    const later = createUnsteadyClock(clock.now() + 98_000 + moved, ZONE, {
      counter: clock.counter() + 98_000,
      ...machine,
    });
    const again = await openClinic({ clock: later, paths: clinic.paths, ticks: true });
    return { again, session, later };
  }

  it('is a fact of the start, and the gap is as long as the counter says', async () => {
    const { again, session } = await restarted(-HOUR);
    expect(factsOf(again, 'ClockChanged').map(({ data }) => data)).toEqual([
      { before: at('10:19:10'), after: at('09:19:10'), difference: -HOUR },
    ]);
    await again.signIn('lim');
    const view = await again.call('session:load', { session });
    expect(view.interruption).toEqual({ from: at('09:17:32'), to: at('09:19:10'), cause: 'closed' });
    expect(again.desk.view().clockChange).toMatchObject({ difference: -HOUR });
  });

  it('by no more than 60 s is none, and after a start of the machine it cannot be told', async () => {
    expect(factsOf((await restarted(-59_000)).again, 'ClockChanged')).toEqual([]);
    expect(factsOf((await restarted(-HOUR, { boot: 'next' })).again, 'ClockChanged')).toEqual([]);
  });
});

describe('a log with sleeps and clock changes in it', () => {
  it('verifies to the last event', async () => {
    const { clinic, clock } = await runningSession();
    clock.sleep(30_000);
    clock.moveWall(-HOUR);
    clinic.desk.close();
    const file = recordFiles(clinic.paths).training;
    const said: string[] = [];
    const anchor = anchorFile(clinic.paths.config, file);
    expect(logVerify([file, '--anchor', anchor], (line) => said.push(line))).toBe(0);
    expect(said.join('\n')).toContain('anchor holds');
  });
});
