import { systemClock } from '../../../src/main/clock.ts';
import { newEventId } from '../../../src/main/eventId.ts';
import { userPaths } from '../../../src/main/paths.ts';
import { startAda, vitals } from '../../support/referenceSession.ts';
import { openWindow } from '../../support/window.ts';

/**
 * A program of its own, to be killed: starts a session through its window on the machine's own clock, then records
 * vital signs one after the other and says `ACK id` for each that was acknowledged. It never ends by itself.
 */
const home = process.argv[2];
if (home === undefined) throw new Error('sessionToKill needs a home');

const clock = systemClock();
const window = await openWindow({ paths: userPaths(home), clock, open: 'training' });
// The steps of the reference session set a clock; this one runs by itself.
const unmoved = { ...clock, set: () => undefined, advance: () => undefined };
const session = await startAda({ ...window, clock: unmoved });
process.stdout.write(`RUNNING ${session}\n`);

for (let round = 0; ; round += 1) {
  const requestId = newEventId();
  const seen = vitals(120 + (round % 40), 80, 70 + (round % 20), 98);
  const reply = await window.answer('observation:record', {
    requestId,
    session,
    vitals: seen,
    effects: [],
    ended: [],
  });
  if ((reply as { ok: boolean }).ok) process.stdout.write(`ACK ${requestId}\n`);
}
