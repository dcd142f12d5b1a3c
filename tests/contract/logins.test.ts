import { describe, expect, it } from 'vitest';
import { newEventId } from '../../src/main/eventId.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { startAda, vitals } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

function logOf({ desk }: TestClinic) {
  const log = desk.record()?.log;
  if (!log) throw new Error('no record');
  return log;
}

/** Signs somebody in without waiting for a secret: what counts here is the length of the report. */
async function manySignIns(clinic: TestClinic, count: number): Promise<void> {
  const user = await clinic.idOf('lim');
  const log = logOf(clinic);
  const stream = `user:${user}`;
  const events = Array.from({ length: count }, (_, place) => ({
    id: newEventId(),
    type: 'SignedIn',
    version: 1,
    data: { by: 'pin' },
    happenedAt: clinic.clock.now() + place,
    actor: user,
    witness: null,
  }));
  expect(log.append([{ stream, after: log.position(stream), events }]).ok).toBe(true);
}

describe('the report of sign-ins', () => {
  it('is for a medical director and an administrator alone', async () => {
    const clinic = await openClinic();
    for (const person of ['lim', 'patel', 'novak', 'quist'] as const) {
      await clinic.signIn(person);
      expect(await clinic.refusal('keeping:logins', { after: null }), person).toMatchObject({
        kind: 'roleNeeded',
        roles: ['director', 'admin'],
      });
    }
    for (const person of ['amari', 'reyes'] as const) {
      await clinic.signIn(person);
      expect((await clinic.call('keeping:logins', { after: null })).rows.length).toBeGreaterThan(0);
    }
  });

  it('says who came, by what, who was refused and who locked, the newest first', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    await clinic.call('identity:lock', {});
    const user = await clinic.idOf('lim');
    await clinic.refusal('identity:signIn', { user, secret: '000000', by: 'pin' });
    const { secret } = await clinic.second('lim');
    await clinic.call('identity:signIn', { user, secret, by: 'pin' });
    await clinic.refusal('identity:signIn', {
      user: await clinic.idOf('osei'),
      secret: 'not hers',
      by: 'passphrase',
    });
    await clinic.signIn('amari');
    const { rows } = await clinic.call('keeping:logins', { after: null });
    expect(rows.slice(0, 6).map(({ person, what, proof }) => [person.name, what, proof])).toEqual([
      ['Dr L. Amari', 'signedIn', 'passphrase'],
      ['J. Osei', 'refused', 'passphrase'],
      ['R. Lim', 'signedIn', 'pin'],
      ['R. Lim', 'refused', 'pin'],
      ['R. Lim', 'locked', null],
      ['R. Lim', 'signedIn', 'passphrase'],
    ]);
    expect(rows[0]?.at).toBe(clinic.clock.now());
  });

  it('comes page by page, each row once, and whole however long it is', async () => {
    const clinic = await openClinic();
    await manySignIns(clinic, 130);
    await clinic.signIn('amari');
    const seen: string[] = [];
    let after: number | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof clinic.call<'keeping:logins'>>> = await clinic.call(
        'keeping:logins',
        { after },
      );
      // Somebody signs in meanwhile: no row comes twice, and none is left out.
      if (pages === 0) await manySignIns(clinic, 1);
      seen.push(...page.rows.map(({ id }) => id));
      expect(page.rows.length).toBeLessThanOrEqual(50);
      after = page.next;
      pages += 1;
    } while (after !== null);
    const stored = logOf(clinic)
      .readStreams('user:')
      .filter(({ type }) => ['SignedIn', 'SignInRefused', 'Locked'].includes(type));
    expect(pages).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(stored.length - 1);
  });
});

describe('two people who take turns at one workstation', () => {
  it('stand each in what they did, and in nothing the other did', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    const people = ['lim', 'osei'] as const;
    const ids = await Promise.all(people.map((person) => clinic.idOf(person)));
    const first = logOf(clinic).head().seq;
    const expected: string[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      const person = people[turn % 2] ?? 'lim';
      const user = ids[turn % 2] ?? '';
      clinic.clock.set(at('10:01:00') + turn * 60_000);
      const { secret } = await clinic.second(person);
      await clinic.call('identity:signIn', { user, secret, by: 'pin' });
      const seen = { vitals: vitals(120 + turn, 80, 70, 98), effects: [], ended: [] };
      await clinic.call('observation:record', { session, ...seen });
      expected.push(user, user);
    }
    const since = logOf(clinic)
      .readStreams('')
      .filter(({ seq, type }) => seq > first && (type === 'SignedIn' || type === 'VitalsRecorded'));
    expect(since.map(({ actor }) => actor)).toEqual(expected);
    expect(since.map(({ type }) => type)).toEqual(
      expected.map((_, place) => (place % 2 === 0 ? 'SignedIn' : 'VitalsRecorded')),
    );
  });
});
