import { describe, expect, it } from 'vitest';
import { newEventId } from '../../src/main/eventId.ts';
import { compareProjections } from '../../src/main/projections/compareProjections.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { matchAda, runAda, startAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

const NOTE = { kind: 'note', text: 'calm, eyes closed' } as const;

async function running() {
  const clinic = await openClinic();
  const session = await startAda(clinic);
  clinic.clock.set(at('10:05:00'));
  return { clinic, session };
}

const linesOf = async (clinic: TestClinic, session: string) =>
  (await clinic.call('session:load', { session })).timeline
    .filter(({ text }) => text.includes(NOTE.text))
    .map(({ text, done }) => [text, done.by.name, done.happenedAt]);

describe('a note at a chair', () => {
  it('is recorded once however often it is sent, and stands in the timeline and on the paper', async () => {
    const { clinic, session } = await running();
    const request = { ...NOTE, session, requestId: newEventId() };
    await Promise.all(Array.from({ length: 3 }, () => clinic.answer('observation:note', request)));
    expect(await linesOf(clinic, session)).toEqual([['Note: calm, eyes closed', 'R. Lim', at('10:05:00')]]);
    await runAda(clinic, session);
    const paper = await clinic.call('document:load', { session, kind: 'sessionSummary' });
    expect(JSON.stringify(paper)).toContain(NOTE.text);
    const database = clinic.desk.record()?.log.database;
    expect(database && compareProjections(database)).toBe('equal');
  });

  it('is refused empty, too long, before the patient was here, and where nothing runs', async () => {
    const { clinic, session } = await running();
    expect(await clinic.refusal('observation:note', { ...NOTE, session, text: ' ' })).toEqual({
      kind: 'noteEmpty',
    });
    expect(
      await clinic.refusal('observation:note', { ...NOTE, session, text: 'x'.repeat(501) }),
    ).toMatchObject({
      kind: 'malformedRequest',
    });
    expect(await clinic.refusal('observation:note', { ...NOTE, session, at: at('08:00:00') })).toMatchObject({
      kind: 'saidBeforeArrival',
    });
    const other = await openClinic();
    const matched = await matchAda(other);
    expect(await other.refusal('observation:note', { ...NOTE, session: matched })).toEqual({
      kind: 'notInThisState',
      state: 'MATCHED',
    });
  });

  it('is taken by a locked desk under one PIN, and the desk stays locked', async () => {
    const { clinic, session } = await running();
    await clinic.call('identity:lock', {});
    const { user, secret } = await clinic.second('osei');
    const whole = { ...NOTE, session };
    expect(await clinic.refusal('away:note', { ...whole, by: { user, secret: '000000' } })).toMatchObject({
      kind: 'wrongPin',
    });
    for (const person of ['reyes', 'quist'] as const)
      expect(await clinic.refusal('away:note', { ...whole, by: await clinic.second(person) })).toMatchObject({
        kind: 'roleNeeded',
      });
    await clinic.call('away:note', { ...whole, by: { user, secret } });
    expect((await clinic.call('app:load', {})).user).toBeNull();
    await clinic.signIn('lim');
    expect(await linesOf(clinic, session)).toEqual([['Note: calm, eyes closed', 'J. Osei', at('10:05:00')]]);
    expect(await clinic.refusal('away:note', { ...whole, by: { user, secret } })).toEqual({
      kind: 'somebodyIsHere',
    });
  });

  it('is open to an emergency access, and looked at with the rest that was done under it', async () => {
    const { clinic, session } = await running();
    await clinic.call('identity:lock', {});
    await clinic.call('emergency:open', { name: 'Sam Field' });
    const long = 'x'.repeat(500);
    await clinic.call('observation:note', { ...NOTE, session });
    await clinic.call('observation:note', { session, kind: 'integration', text: long });
    await clinic.call('identity:lock', {});
    const [waiting] = (await clinic.call('app:load', {})).away?.emergencies ?? [];
    expect(waiting?.acts.map(({ what }) => what)).toEqual([
      'Note: calm, eyes closed',
      `Integration: ${long}`,
    ]);
  });
});
