import { describe, expect, it } from 'vitest';
import type { SessionSummaryData } from '../../src/contract/views/documents.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { differenceLines } from '../../src/renderer/documents/sessionSummary/differencesText.ts';
import { givenFigures } from '../../src/renderer/screens/session/givenFigures.ts';
import { interruptionText } from '../../src/renderer/screens/session/running/interruptionText.ts';
import { sessionNow } from '../../src/renderer/screens/session/sessionTime.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { startAda } from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

const UNANSWERED = 'what the pump did is not yet answered';

/** UX 7, scenario 27: started 10:00:00 at 54 mL/h, killed at 10:17:32, opened at 10:19:10. */
async function reopened(boot?: string): Promise<{ clinic: TestClinic; session: string }> {
  const before = await openClinic({ ticks: true });
  const session = await startAda(before);
  before.clock.set(at('10:17:32'));
  before.desk.close();
  const clock = createSetClock(at('10:19:10'), ZONE, boot);
  const clinic = await openClinic({ clock, paths: before.paths, ticks: true });
  await clinic.signIn('lim');
  return { clinic, session };
}

async function summaryOf(clinic: TestClinic, session: string): Promise<SessionSummaryData> {
  const data = await clinic.call('document:load', { kind: 'sessionSummary', session });
  if (data.kind !== 'sessionSummary') throw new Error('no summary');
  return data;
}

describe.each([
  ['the program', undefined],
  ['the computer', 'another-boot'],
])('a session that was running when %s stopped', (_, boot) => {
  it('goes on, is asked about, and its total is calculated and not confirmed', async () => {
    const { clinic, session } = await reopened(boot);
    const view = await clinic.call('session:load', { session });
    expect(view.state).toBe('RUNNING');
    expect(view.interruption).toEqual({ from: at('10:17:32'), to: at('10:19:10'), cause: 'closed' });
    expect(
      interruptionText(view.interruption ?? { from: 0, to: 0, cause: 'closed' }, ZONE, {
        counted: null,
      }).replaceAll('\u00a0', ' '),
    ).toBe(
      'App was closed 10:17:32–10:19:10 (1 min 38 s). The pump was not affected. Type what the pump shows now.',
    );
    const clock = clinic.desk.view().clock;
    expect(view.infusion && givenFigures(view.infusion, sessionNow(view, clock)).volume).toBe('17.25 mL');
    expect(differenceLines(await summaryOf(clinic, session)).join(' ')).toContain(UNANSWERED);
    const board = await clinic.call('board:load', {});
    expect(board.chairs.find(({ session: there }) => there?.id === session)?.session?.interruption).toEqual(
      view.interruption,
    );
  });

  it('is confirmed by "running": the pump went on, and so does the total', async () => {
    const { clinic, session } = await reopened(boot);
    const view = await clinic.call('interruption:answer', {
      session,
      pumpState: 'running',
      pumpVolume: '17.2',
    });
    expect([view.state, view.interruption]).toEqual(['RUNNING', null]);
    expect(view.timeline.at(-1)?.text.replaceAll('\u00a0', ' ')).toBe('Pump running, shows 17.2 mL');
    expect(differenceLines(await summaryOf(clinic, session)).join(' ')).not.toContain(UNANSWERED);
    clinic.clock.set(at('10:40:00'));
    expect((await summaryOf(clinic, session)).delivered.volume).toBe('36 mL');
  });

  it.each([
    ['stopped', 'infusion:stop', 'RECOVERY'],
    ['paused', 'infusion:pause', 'PAUSED'],
  ] as const)(
    'is confirmed by "%s": that is recorded where it was, and the total ends there',
    async (pumpState, key, state) => {
      const { clinic, session } = await reopened(boot);
      const view = await clinic.call('interruption:answer', { session, pumpState, pumpVolume: '16.2' });
      // The answer says what the pump does; the run ends only with a fact of its own.
      expect([view.state, view.interruption]).toEqual(['RUNNING', null]);
      expect((await clinic.call(key, { session, at: at('10:18:00'), reason: 'pump' })).state).toBe(state);
      clinic.clock.set(at('10:40:00'));
      expect((await summaryOf(clinic, session)).delivered.volume).toBe('16.2 mL');
    },
  );

  it('stays not confirmed while nobody knows, and pausing and stopping wait for no answer', async () => {
    const { clinic, session } = await reopened(boot);
    clinic.clock.set(at('10:25:00'));
    const paused = await clinic.call('infusion:pause', { session, at: at('10:25:00'), reason: 'pump' });
    expect([paused.state, paused.interruption === null]).toEqual(['PAUSED', false]);
    const stopped = await clinic.call('infusion:stop', { session, at: at('10:25:00'), reason: null });
    expect(stopped.interruption).not.toBeNull();
    expect(differenceLines(await summaryOf(clinic, session)).join(' ')).toContain(UNANSWERED);
  });

  it('is answered by a nurse or a prescriber, with a volume that can be one', async () => {
    const { clinic, session } = await reopened(boot);
    const answer = { session, pumpState: 'running' as const };
    expect(await clinic.refusal('interruption:answer', { ...answer, pumpVolume: '' })).toMatchObject({
      kind: 'valueRefused',
      field: 'pumpVolume',
    });
    await clinic.signIn('novak');
    expect(await clinic.refusal('interruption:answer', { ...answer, pumpVolume: '17' })).toMatchObject({
      kind: 'roleNeeded',
    });
  });
});

describe('the record of an interruption', () => {
  it('says that the computer was started again and times go on by its clock', async () => {
    const { clinic, session } = await reopened('another-boot');
    const { timeline } = await clinic.call('session:load', { session });
    expect(timeline.at(-1)).toMatchObject({
      text: 'Program was not running; the pump was not affected',
      detail: 'computer was started again, times go on by its clock',
      clinical: true,
    });
    const within = await reopened();
    const view = await within.clinic.call('session:load', { session: within.session });
    expect(view.timeline.at(-1)?.detail).toBeNull();
  });
});
