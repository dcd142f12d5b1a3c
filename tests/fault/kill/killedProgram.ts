import { systemClock } from '../../../src/main/clock.ts';

import { userPaths } from '../../../src/main/paths.ts';
import { callerOver } from '../../support/caller.ts';
import { startAda, vitals } from '../../support/referenceSession.ts';
import { openWindow } from '../../support/window.ts';

/**
 * A program of its own, to be killed at any moment: opens the real window, goes on with the session that was running
 * or starts one, and records vital signs until it is killed. It says
 *
 *   OFFERED id   the board has a running session, with the time the program was away
 *   ACK id       the window was told that this is saved
 *   RUNNING id   a session runs
 */
const home = process.argv[2];
if (home === undefined) throw new Error('killedProgram needs a home');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const clock = systemClock();
const window = await openWindow({ paths: userPaths(home), clock, open: 'training' });
const acknowledging = callerOver(async (channel, request) => {
  const reply = (await window.answer(channel, request)) as { readonly ok: boolean };
  const { requestId } = request as { readonly requestId?: string };
  if (reply.ok && requestId !== undefined) say(`ACK ${requestId}`);
  return reply;
});

const session = await running();
say(`RUNNING ${session}`);
for (let round = 0; ; round += 1) {
  const seen = vitals(120 + (round % 40), 80, 70 + (round % 20), 98);
  await acknowledging.call('observation:record', { session, vitals: seen, effects: [], ended: [] });
}

/** The session that was running before; else one is started, on the machine's own clock. */
async function running(): Promise<string> {
  const { chairs } = await window.call('board:load', {});
  const offered = chairs.find(({ session }) => session?.state === 'RUNNING')?.session;
  if (!offered) {
    const unmoved = { ...clock, set: () => undefined, advance: () => undefined };
    return startAda({ ...acknowledging, clock: unmoved });
  }
  if (offered.interruption) say(`OFFERED ${offered.id}`);
  await acknowledging.signIn('lim');
  await window.page.getByRole('alert').filter({ hasText: 'OKAFOR' }).waitFor();
  return offered.id;
}
