import { describe, expect, it } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { TODAY, ZONE } from '../support/times.ts';

const WRONG = { secret: 'not these words', by: 'passphrase' } as const;

async function tryWrong(clinic: TestClinic, user: string, times: number): Promise<void> {
  for (let tried = 0; tried < times; tried += 1) {
    expect(await clinic.refusal('identity:signIn', { user, ...WRONG })).toEqual({ kind: 'wrongSecret' });
  }
}

async function seconds(clinic: TestClinic, user: string): Promise<number | null> {
  const refused = await clinic.refusal('identity:signIn', { user, ...WRONG });
  return refused.kind === 'waitToTry' ? refused.seconds : null;
}

describe('after five wrong tries', () => {
  it('the right passphrase too waits 30 s, and each further wrong try doubles the wait', async () => {
    const clinic = await openClinic();
    const user = await clinic.idOf('lim');
    await tryWrong(clinic, user, 5);
    const right = { user, secret: 'quiet-harbour', by: 'passphrase' } as const;
    expect(await clinic.refusal('identity:signIn', right)).toEqual({
      kind: 'waitToTry',
      name: 'R. Lim',
      seconds: 30,
    });
    clinic.clock.advance(29_000);
    expect(await seconds(clinic, user)).toBe(1);
    clinic.clock.advance(1000);
    await tryWrong(clinic, user, 1);
    expect(await seconds(clinic, user)).toBe(60);
    clinic.clock.advance(60_000);
    await clinic.call('identity:signIn', right);
    await tryWrong(clinic, user, 4);
  });

  it('the wait still applies after a restart, also after restarts between the tries', async () => {
    const clock = createSetClock(TODAY, ZONE);
    const first = await openClinic({ clock });
    const user = await first.idOf('lim');
    await tryWrong(first, user, 3);
    first.desk.close();
    const second = await openClinic({ clock, paths: first.paths });
    await tryWrong(second, user, 2);
    second.desk.close();
    clock.advance(10_000);
    const third = await openClinic({ clock, paths: first.paths });
    expect(await seconds(third, user)).toBe(20);
  });

  it('another start of the machine begins the whole wait anew, whatever its clock is set to', async () => {
    const first = await openClinic();
    const user = await first.idOf('lim');
    await tryWrong(first, user, 5);
    first.desk.close();
    const clock = createSetClock(TODAY + 86_400_000, ZONE, 'another-start');
    const second = await openClinic({ clock, paths: first.paths });
    expect(await seconds(second, user)).toBe(30);
  });

  it('others do not wait, and tries sent at once are counted like tries in turn', async () => {
    const clinic = await openClinic();
    const user = await clinic.idOf('lim');
    const together = Array.from({ length: 8 }, () => clinic.refusal('identity:signIn', { user, ...WRONG }));
    const kinds = (await Promise.all(together)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'wrongSecret')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'waitToTry')).toHaveLength(3);
    await clinic.signIn('osei');
  });

  it('a second person waits too, and the right secret of a second person ends it', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    const user = await clinic.idOf('osei');
    await tryWrong(clinic, user, 4);
    const session = 'none';
    const open = (secret: string) => clinic.refusal('entry:open', { session, by: { user, secret } });
    expect(await open('north-lantern')).toEqual({ kind: 'notFound', what: 'session' });
    await tryWrong(clinic, user, 5);
    expect(await open('north-lantern')).toMatchObject({ kind: 'waitToTry', name: 'J. Osei' });
    const types = clinic.desk
      .record()
      ?.log.readStream(`user:${user}`)
      .map(({ type }) => type);
    expect(types?.filter((type) => type === 'SecretAccepted')).toHaveLength(1);
  });
});
