import { describe, expect, it } from 'vitest';
import { createCredentialTable } from '../../src/main/eventLog/credentialTable.ts';
import { commitmentTo, fitsSecret, hashSecret } from '../../src/main/identity/secretHash.ts';
import { openClinic } from '../support/clinic.ts';

describe('a secret', () => {
  it('is kept by scrypt at full cost, salted, and fits only itself', async () => {
    const [one, other] = await Promise.all([hashSecret('quiet-harbour'), hashSecret('quiet-harbour')]);
    expect(one).toMatch(/^scrypt\$131072\$8\$1\$/);
    expect(one).not.toBe(other);
    expect(await fitsSecret('quiet-harbour', one)).toBe(true);
    expect(await fitsSecret('quiet-harbor', one)).toBe(false);
    expect(await fitsSecret('quiet-harbour', 'plain$quiet-harbour')).toBe(false);
  });
});

describe('signing in', () => {
  it('takes a passphrase first; the PIN is enough afterwards, for 12 h and not after a restart', async () => {
    const clinic = await openClinic();
    const { user, pin, passphrase } = await keysOf(clinic, 'R. Lim');
    expect(await clinic.refusal('identity:signIn', { user, secret: pin, by: 'pin' })).toEqual({
      kind: 'passphraseNeeded',
    });
    await clinic.call('identity:signIn', { user, secret: passphrase, by: 'passphrase' });
    await clinic.call('identity:lock', {});
    await clinic.call('identity:signIn', { user, secret: pin, by: 'pin' });
    clinic.clock.advance(12 * 3_600_000 + 1);
    expect(await clinic.refusal('identity:signIn', { user, secret: pin, by: 'pin' })).toEqual({
      kind: 'passphraseNeeded',
    });
  });

  it('after five wrong PINs takes the passphrase only, and not before half a minute', async () => {
    const clinic = await openClinic();
    const { user, pin, passphrase } = await keysOf(clinic, 'R. Lim');
    await clinic.call('identity:signIn', { user, secret: passphrase, by: 'passphrase' });
    for (const tries of [1, 2, 3, 4, 5]) {
      expect(await clinic.refusal('identity:signIn', { user, secret: '000000', by: 'pin' })).toEqual({
        kind: 'wrongPin',
        name: 'R. Lim',
        tries,
        triesAllowed: 5,
      });
    }
    expect(await clinic.refusal('identity:signIn', { user, secret: passphrase, by: 'passphrase' })).toEqual({
      kind: 'waitToTry',
      name: 'R. Lim',
      seconds: 30,
    });
    clinic.clock.advance(30_000);
    expect(await clinic.refusal('identity:signIn', { user, secret: pin, by: 'pin' })).toEqual({
      kind: 'passphraseNeeded',
    });
    await clinic.call('identity:signIn', { user, secret: passphrase, by: 'passphrase' });
    await clinic.call('identity:signIn', { user, secret: pin, by: 'pin' });
  });

  it('is refused with a stored credential that does not fit the log', async () => {
    const clinic = await openClinic();
    const { user } = await keysOf(clinic, 'A. Reyes');
    const database = clinic.desk.record()?.log.database;
    if (!database) throw new Error('no record');
    createCredentialTable(database).set(user, 'passphrase', await hashSecret('my own words'));
    expect(
      await clinic.refusal('identity:signIn', { user, secret: 'my own words', by: 'passphrase' }),
    ).toEqual({
      kind: 'credentialDoesNotFitLog',
    });
  });

  it('puts refusals into the log and never a secret', async () => {
    const clinic = await openClinic();
    const { user } = await keysOf(clinic, 'R. Lim');
    await clinic.refusal('identity:signIn', { user, secret: 'not-my-words', by: 'passphrase' });
    const log = clinic.desk.record()?.log;
    expect(log?.readStream(`user:${user}`).at(-1)?.type).toBe('SignInRefused');
    expect(JSON.stringify(log?.readStreams(''))).not.toMatch(/not-my-words|quiet-harbour|204816/);
    expect(commitmentTo('x')).toHaveLength(64);
  });
});

describe('two users in turn', () => {
  it('each appear on their own events', async () => {
    const clinic = await openClinic();
    const patient = await (async () => {
      await clinic.signIn('lim');
      return clinic.patient('okafor');
    })();
    const weigh = (weight: string) =>
      clinic.call('patient:recordWeight', {
        patient,
        weight,
        again: null,
        method: 'measured',
        scale: 'scale 1',
        clothed: true,
      });
    await weigh('72');
    await clinic.signIn('osei');
    const record = await weigh('72.1');
    expect(record.weighings.slice(0, 2).map(({ weight, by }) => [weight, by.name])).toEqual([
      ['72.1 kg', 'J. Osei'],
      ['72 kg', 'R. Lim'],
    ]);
  });
});

async function keysOf(clinic: Awaited<ReturnType<typeof openClinic>>, name: string) {
  const app = await clinic.call('app:load', {});
  const keys = app.trainingKeys?.find((candidate) => candidate.name === name);
  if (!keys) throw new Error(`no ${name}`);
  return keys;
}
