import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SessionView } from '../../src/contract/views/session.ts';
import { createDesk } from '../../src/main/desk.ts';
import { createAnswer } from '../../src/main/ipc/answer.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { callerOver } from '../support/caller.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { startAda, vitals } from '../support/referenceSession.ts';
import { createSilentShell } from '../support/silentShell.ts';
import { at, ZONE } from '../support/times.ts';

const REFUSED = { kind: 'timeNotAllowed' } as const;

async function lowerRate(clinic: TestClinic, session: string, rate: string): Promise<void> {
  await clinic.call('infusion:changeRate', {
    session,
    rate,
    readBack: rate,
    reason: 'comfort',
    note: null,
    reader: null,
    prescriber: null,
  });
}

describe('the moment of a key', () => {
  it('of a pause or a stop is never before the start', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:05:00'));
    for (const early of ['09:57:00', '09:59:59']) {
      const request = { session, at: at(early), reason: null };
      expect(await clinic.refusal('infusion:pause', request), early).toEqual(REFUSED);
      expect(await clinic.refusal('infusion:stop', request), early).toEqual(REFUSED);
    }
    expect(errorText(REFUSED, ZONE)).toContain(
      'before the last change of the infusion. Take the time again.',
    );
    const view = await clinic.call('infusion:stop', { session, at: at('10:00:00'), reason: null });
    expect(view.state).toBe('RECOVERY');
  });

  it('is never before the last change of rate, the last pause or the last resume', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:12:00'));
    await lowerRate(clinic, session, '40.5');
    clinic.clock.set(at('10:14:00'));
    const pause = { session, reason: 'toilet' as const };
    expect(await clinic.refusal('infusion:pause', { ...pause, at: at('10:10:00') })).toEqual(REFUSED);
    await clinic.call('infusion:pause', { ...pause, at: at('10:13:00') });
    const stop = { session, reason: null };
    expect(await clinic.refusal('infusion:stop', { ...stop, at: at('10:12:30') })).toEqual(REFUSED);
    clinic.clock.set(at('10:15:00'));
    await clinic.call('infusion:resume', { session, readBack: '40.5', prescriber: null });
    clinic.clock.set(at('10:16:00'));
    expect(await clinic.refusal('infusion:pause', { ...pause, at: at('10:14:59') })).toEqual(REFUSED);
    expect(await clinic.refusal('infusion:stop', { ...stop, at: at('10:14:59') })).toEqual(REFUSED);
    const view = await clinic.call('infusion:stop', { ...stop, at: at('10:15:30') });
    expect(view.state).toBe('RECOVERY');
    expect(inOrder(view)).toBe(true);
  });

  it('is taken up to 10 min later, whenever the key was pressed after the last change', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:10:00'));
    const paused = await clinic.call('infusion:pause', { session, at: at('10:00:01'), reason: 'pump' });
    expect(paused.state).toBe('PAUSED');
    const stopped = await clinic.call('infusion:stop', { session, at: at('10:00:01'), reason: null });
    expect(stopped.state).toBe('RECOVERY');
  });

  it('waits for no clock: with the clock set back over a restart pause and stop are still taken', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.desk.close();
    const clock = createSetClock(at('09:30:00'), ZONE, 'after-the-restart');
    const desk = createDesk({
      shell: createSilentShell(),
      clock,
      paths: clinic.paths,
      version: 'test',
      theme: 'light',
    });
    onTestFinished(() => desk.close());
    await desk.open('training');
    const { call, signIn } = callerOver(
      createAnswer(desk, (channel, error) => {
        throw new Error(`${channel} failed`, { cause: error });
      }),
    );
    await signIn('lim');
    clock.set(at('09:31:00'));
    const paused = await call('infusion:pause', { session, at: at('09:30:58'), reason: 'pump' });
    expect(paused.state).toBe('PAUSED');
    expect(inOrder(paused)).toBe(true);
    const stopped = await call('infusion:stop', { session, at: at('09:30:59'), reason: null });
    expect(stopped.state).toBe('RECOVERY');
    expect(inOrder(stopped)).toBe(true);
  });
});

/** Whether no stretch begins before the one it follows, and the end not before the last. */
function inOrder({ infusion }: SessionView): boolean {
  if (!infusion) return false;
  const { stretches, endedAt } = infusion.run;
  const moments = [...stretches.map(({ from }) => from), ...(endedAt === null ? [] : [endedAt])];
  return moments.every((moment, index) => moment >= (moments[index - 1] ?? moment));
}

describe('the stretches of a run', () => {
  const step = fc.record({
    act: fc.constantFrom('rate' as const, 'pause' as const, 'resume' as const),
    waits: fc.integer({ min: 0, max: 240 }),
    back: fc.integer({ min: 0, max: 700 }),
  });

  it('are always in order, whatever is pressed when and said to lie how far back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const clinic = await openClinic();
        const session = await startAda(clinic);
        let rate = 54;
        for (const { act, waits, back } of steps) {
          clinic.clock.advance(waits * 1000);
          rate = act === 'rate' ? (rate === 54 ? 40.5 : 27) : rate;
          const requestId = crypto.randomUUID();
          const now = clinic.clock.now();
          const seen = { session, vitals: vitals(128, 76, 78, 98), effects: [], ended: [] };
          if (act === 'resume') await clinic.call('observation:record', seen);
          await clinic.answer(...requestFor(act, { requestId, session, rate, at: now - back * 1000 }));
          const view = await clinic.call('session:load', { session });
          expect(inOrder(view)).toBe(true);
          rate = Number(view.infusion?.rate.split(' ')[0]);
        }
      }),
      { numRuns: 6 },
    );
  });

  function requestFor(
    act: 'rate' | 'pause' | 'resume',
    typed: { requestId: string; session: string; rate: number; at: number },
  ): [string, object] {
    const { requestId, session } = typed;
    const shown = `${typed.rate}`;
    if (act === 'pause') return ['infusion:pause', { requestId, session, at: typed.at, reason: 'toilet' }];
    if (act === 'resume')
      return ['infusion:resume', { requestId, session, readBack: shown, prescriber: null }];
    const nobody = { note: null, reader: null, prescriber: null };
    const change = { requestId, session, rate: shown, readBack: shown, reason: 'comfort', ...nobody };
    return ['infusion:changeRate', change];
  }
});
