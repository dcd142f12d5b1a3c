import { describe, expect, it } from 'vitest';
import { newEventId } from '../../src/main/eventId.ts';
import { openClinic } from '../support/clinic.ts';
import { startAda } from '../support/referenceSession.ts';

describe('an event of a kind this version does not know', () => {
  it.each([
    ['another type', 'LimbWarmed', 1],
    ['a later version of a known type', 'ObservationRecorded', 2],
  ])(
    'stands in the timeline as unknown, is never skipped, and the session goes on: %s',
    async (_what, type, version) => {
      const clinic = await openClinic();
      const session = await startAda(clinic);
      const log = clinic.desk.record()?.log;
      if (!log) throw new Error('no record');
      const before = await clinic.call('session:load', { session });
      const id = newEventId();
      const fact = { id, type, version, data: { side: 'left' }, happenedAt: clinic.clock.now() };
      const actor = await clinic.idOf('lim');
      const stream = `session:${session}`;
      const after = log.position(stream);
      expect(log.append([{ stream, after, events: [{ ...fact, actor, witness: null }] }]).ok).toBe(true);

      const { timeline, state } = await clinic.call('session:load', { session });
      expect(timeline).toHaveLength(before.timeline.length + 1);
      expect(timeline.find((entry) => entry.id === id)).toMatchObject({
        mark: 'unknown',
        text: `Unknown entry: ${type}`,
      });
      expect(state).toBe('RUNNING');
      await clinic.call('infusion:pause', { session, at: clinic.clock.now(), reason: null });
    },
  );
});
