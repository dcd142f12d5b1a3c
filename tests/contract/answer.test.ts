import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNEL_NAMES } from '../../src/contract/channelNames.ts';
import { channels } from '../../src/contract/channels.ts';
import { dumpProjections, rebuildProjections } from '../../src/main/projections/tables.ts';
import { openClinic } from '../support/clinic.ts';
import { dischargeAda, runAda, startAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

describe('a message from the window', () => {
  it('to a channel that does not exist is refused and changes nothing', async () => {
    const clinic = await openClinic();
    const before = clinic.desk.record()?.log.head();
    for (const name of ['event:insert', 'toString', '__proto__', '', 'plan:Save']) {
      expect(await clinic.answer(name, {})).toEqual({
        ok: false,
        failure: { kind: 'malformedRequest', channel: name },
      });
    }
    expect(clinic.desk.record()?.log.head()).toEqual(before);
  });

  it('that is malformed is refused by schema on every channel, and nothing is written or leaked', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    const before = clinic.desk.record()?.log.head();
    const junk = fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withMap: true });
    const channel = fc.constantFrom(...CHANNEL_NAMES.filter((name) => !takesNothing(name)));
    await fc.assert(
      fc.asyncProperty(channel, junk, async (name, request) => {
        const reply = JSON.stringify(await clinic.answer(name, request));
        expect(reply).toMatch(/"ok":false/);
        expect(reply).not.toMatch(/SQLITE|SELECT|node_modules|\bat \w+ \(/);
      }),
      { numRuns: 2_000 },
    );
    expect(clinic.desk.record()?.log.head()).toEqual(before);
  });

  it('with a field too many, or larger than a message may be, is refused', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    const malformed = { ok: false, failure: { kind: 'malformedRequest', channel: 'patients:search' } };
    expect(await clinic.answer('patients:search', { text: 'ada', after: null, limit: 5 })).toEqual(malformed);
    expect(await clinic.answer('patients:search', { text: 'a'.repeat(70_000), after: null })).toEqual(
      malformed,
    );
  });

  it('is refused without a signed-in person wherever one is needed', async () => {
    const clinic = await openClinic();
    for (const name of CHANNEL_NAMES) {
      if (channels[name].access === 'anyone') continue;
      const reply = await clinic.answer(name, {});
      expect(reply, name).toMatchObject({ ok: false });
    }
    expect(await clinic.refusal('patients:search', { text: 'ada', after: null })).toEqual({
      kind: 'notSignedIn',
    });
  });

  it('that writes care is refused from an administrator and an auditor', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    for (const person of ['reyes', 'quist'] as const) {
      await clinic.signIn(person);
      clinic.clock.set(at('10:05:00'));
      expect(
        await clinic.refusal('infusion:pause', { session, at: at('10:05:00'), reason: null }),
      ).toMatchObject({
        kind: 'roleNeeded',
      });
      expect(
        await clinic.refusal('observation:record', {
          session,
          vitals: null,
          effects: [{ effect: 'calm', severity: 1 }],
          ended: [],
        }),
      ).toMatchObject({ kind: 'roleNeeded' });
    }
  });

  it('sent twice is recorded once', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:05:00'));
    const request = {
      requestId: crypto.randomUUID(),
      session,
      vitals: null,
      effects: [{ effect: 'calm', severity: 1 }],
      ended: [],
    };
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => clinic.answer('observation:record', request)),
    );
    expect(replies.every((reply) => (reply as { ok: boolean }).ok)).toBe(true);
    const view = await clinic.call('session:load', { session });
    expect(view.timeline.filter(({ mark }) => mark === 'effect')).toHaveLength(1);
  });
});

function takesNothing(name: (typeof CHANNEL_NAMES)[number]): boolean {
  return channels[name].request.safeParse({}).success;
}

describe('the read tables', () => {
  it('made anew from the log are equal to the live ones', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    await runAda(clinic, session);
    await dischargeAda(clinic, session);
    const database = clinic.desk.record()?.log.database;
    if (!database) throw new Error('no record');
    const live = dumpProjections(database);
    rebuildProjections(database);
    expect(dumpProjections(database)).toEqual(live);
    expect(live['session_row']).toHaveLength(7);
  });
});
