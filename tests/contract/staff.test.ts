import { describe, expect, it, vi } from 'vitest';
import type { Request } from '../../src/contract/channels.ts';
import type { Role } from '../../src/core/session/roles.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { orderForAda, REFERENCE_PLAN, weighAda } from '../support/referenceSession.ts';

// New secrets are hashed at full cost, a third of a second each on a machine that does nothing else.
vi.setConfig({ testTimeout: 120_000 });

const NURSE: Omit<Request<'people:add'>, 'requestId'> = {
  fullName: 'Mara Field',
  suffix: 'RN',
  roles: ['nurse'],
  licence: 'RN 60318',
  licenceExpires: '2026-03-31',
  passphrase: 'seven quiet boats',
  typedBy: 'administrator',
};

/** The administrator sits at the desk. */
async function administered(): Promise<TestClinic> {
  const clinic = await openClinic();
  await clinic.signIn('reyes');
  return clinic;
}

async function added(clinic: TestClinic, details: Partial<typeof NURSE> = {}): Promise<string> {
  const { people } = await clinic.call('people:add', { ...NURSE, ...details });
  return people.find(({ fullName }) => fullName === (details.fullName ?? NURSE.fullName))?.id ?? '';
}

function change(
  clinic: TestClinic,
  user: string,
  details: Partial<Omit<Request<'people:change'>, 'requestId'>>,
) {
  const whole = { user, suffix: 'RN', roles: ['nurse'] as Role[], licence: 'RN 60318', licenceExpires: null };
  return {
    call: () => clinic.call('people:change', { ...whole, ...details }),
    refusal: () => clinic.refusal('people:change', { ...whole, ...details }),
  };
}

describe('somebody new', () => {
  it('replaces the passphrase an administrator chose before anything else, and chooses a PIN nobody else knows', async () => {
    const clinic = await administered();
    const user = await added(clinic);
    await clinic.call('identity:signIn', { user, secret: NURSE.passphrase, by: 'passphrase' });
    expect((await clinic.call('app:load', {})).user).toMatchObject({ name: 'M. Field', isProvisional: true });
    const refused = { kind: 'ownPassphraseFirst' };
    expect(await clinic.refusal('patients:search', { text: '', after: null })).toEqual(refused);
    expect(
      await clinic.refusal('identity:choosePin', { passphrase: NURSE.passphrase, pin: '204817' }),
    ).toEqual(refused);
    const own = { passphrase: NURSE.passphrase, next: 'eight loud boats' };
    expect(await clinic.refusal('identity:changePassphrase', { ...own, next: own.passphrase })).toEqual({
      kind: 'weakSecret',
      need: 'sameAsBefore',
    });
    expect(await clinic.refusal('identity:changePassphrase', { ...own, passphrase: 'wrong words' })).toEqual({
      kind: 'wrongSecret',
    });
    await clinic.call('identity:changePassphrase', own);
    await clinic.call('patients:search', { text: '', after: null });
    await clinic.call('identity:choosePin', { passphrase: own.next, pin: '204817' });
    await clinic.call('identity:lock', {});
    await clinic.call('identity:signIn', { user, secret: '204817', by: 'pin' });
    await clinic.call('identity:lock', {});
    expect(
      await clinic.refusal('identity:signIn', { user, secret: NURSE.passphrase, by: 'passphrase' }),
    ).toEqual({ kind: 'wrongSecret' });
  });

  it('proves nothing as a second person with a passphrase somebody else chose', async () => {
    const clinic = await administered();
    const user = await added(clinic);
    await clinic.signIn('lim');
    const by = { user, secret: NURSE.passphrase };
    expect(await clinic.refusal('entry:open', { session: 'any', by })).toEqual({
      kind: 'ownPassphraseFirst',
    });
  });

  it('who types their own passphrase at the administrator’s desk works at once', async () => {
    const clinic = await administered();
    const user = await added(clinic, { typedBy: 'person' });
    await clinic.call('identity:signIn', { user, secret: NURSE.passphrase, by: 'passphrase' });
    await clinic.call('patients:search', { text: '', after: null });
  });

  it('is refused with no role, with administrator among others, with a name that is taken, or a plain passphrase', async () => {
    const clinic = await administered();
    const refusal = (details: Partial<typeof NURSE>) =>
      clinic.refusal('people:add', { ...NURSE, ...details });
    expect(await refusal({ roles: [] })).toEqual({ kind: 'rolesRefused', why: 'none' });
    expect(await refusal({ roles: ['admin', 'nurse'] })).toEqual({ kind: 'rolesRefused', why: 'adminAlone' });
    expect(await refusal({ fullName: ' rosa  LIM ' })).toMatchObject({ kind: 'nameTaken' });
    const weak = (need: string) => ({ kind: 'weakSecret', need });
    expect(await refusal({ passphrase: 'short' })).toEqual(weak('passphraseLength'));
    expect(await refusal({ passphrase: 'aaaabbbb' })).toEqual(weak('passphraseTooPlain'));
    expect(await refusal({ passphrase: 'marafield' })).toEqual(weak('passphraseIsName'));
    expect((await clinic.call('people:load', {})).people).toHaveLength(8);
  });

  it('is added once by a request that is sent twice', async () => {
    const clinic = await administered();
    const request = { requestId: crypto.randomUUID(), ...NURSE };
    await clinic.answer('people:add', request);
    expect(await clinic.answer('people:add', request)).toMatchObject({ ok: true });
    expect((await clinic.call('people:load', {})).people).toHaveLength(9);
  });
});

describe('a PIN', () => {
  it('of one’s own is refused when it is plain, and taken away by an administrator without being known', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    for (const pin of ['111111', '123456', '654321', '121212', '123123', '112233', '890123', '155515']) {
      expect(await clinic.refusal('identity:choosePin', { passphrase: 'quiet-harbour', pin })).toEqual({
        kind: 'weakSecret',
        need: 'pinTooPlain',
      });
    }
    expect(
      await clinic.refusal('identity:choosePin', { passphrase: 'quiet-harbour', pin: '12a456' }),
    ).toEqual({
      kind: 'weakSecret',
      need: 'pinDigits',
    });
    const user = await clinic.idOf('lim');
    await clinic.signIn('reyes');
    const { people } = await clinic.call('people:clearPin', { user });
    expect(people.find(({ id }) => id === user)).toMatchObject({ hasPin: false, pinIsEnough: false });
    expect(await clinic.refusal('identity:signIn', { user, secret: '204816', by: 'pin' })).toEqual({
      kind: 'passphraseNeeded',
    });
  });
});

describe('a passphrase that was lost', () => {
  it('is set again by an administrator, ends the wait after wrong tries, and is replaced at the next sign-in', async () => {
    const clinic = await administered();
    const user = await clinic.idOf('lim');
    for (let tried = 0; tried < 5; tried += 1) {
      await clinic.refusal('identity:signIn', { user, secret: 'no idea at all', by: 'passphrase' });
    }
    await clinic.call('people:resetPassphrase', {
      user,
      passphrase: 'nine pale lamps',
      typedBy: 'administrator',
    });
    await clinic.call('identity:signIn', { user, secret: 'nine pale lamps', by: 'passphrase' });
    expect((await clinic.call('app:load', {})).user?.isProvisional).toBe(true);
    const types = clinic.desk.record()?.log.readStream(`user:${user}`);
    expect(types?.findLast(({ type }) => type === 'CredentialSet')).toMatchObject({
      actor: await clinic.idOf('reyes'),
      version: 2,
    });
  });
});

describe('whoever leaves', () => {
  it('signs in no more, is offered nowhere, and stays beside what they did; they can come back', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    const user = await clinic.idOf('patel');
    await clinic.signIn('reyes');
    await clinic.call('people:disable', { user });
    const app = await clinic.call('app:load', {});
    expect(app.staff.map(({ name }) => name)).not.toContain('Dr S. Patel');
    expect(
      await clinic.refusal('identity:signIn', { user, secret: 'green-orchard', by: 'passphrase' }),
    ).toEqual({ kind: 'noLongerHere', name: 'Dr S. Patel' });
    expect((await clinic.call('session:load', { session })).authorised?.by.name).toBe('Dr S. Patel');
    await clinic.call('people:enable', { user });
    await clinic.call('identity:signIn', { user, secret: 'green-orchard', by: 'passphrase' });
  });

  it('is never the last administrator or the last director, nor loses that role', async () => {
    const clinic = await administered();
    const [reyes, amari] = [await clinic.idOf('reyes'), await clinic.idOf('amari')];
    expect(await clinic.refusal('people:disable', { user: reyes })).toEqual({
      kind: 'lastOfRole',
      role: 'admin',
    });
    expect(await clinic.refusal('people:disable', { user: amari })).toEqual({
      kind: 'lastOfRole',
      role: 'director',
    });
    expect(await change(clinic, amari, { roles: ['prescriber'] }).refusal()).toEqual({
      kind: 'lastOfRole',
      role: 'director',
    });
    await added(clinic, { roles: ['director'], typedBy: 'person' });
    await change(clinic, amari, { roles: ['prescriber'] }).call();
  });
});

describe('roles and licence', () => {
  it('count from the change on, for whoever is signed in too', async () => {
    const clinic = await administered();
    const user = await clinic.idOf('lim');
    await change(clinic, user, { roles: ['auditor'] }).call();
    await clinic.signIn('lim');
    expect(await clinic.refusal('session:cancel', { session: 'any', reason: 'x' })).toMatchObject({
      kind: 'roleNeeded',
    });
  });

  it('on the day after a licence has ended nothing is ordered under it, and the sign-in says so', async () => {
    const clinic = await administered();
    const user = await clinic.idOf('patel');
    const prescriber = { suffix: 'MD', roles: ['prescriber'] as Role[], licence: 'MD 20417' };
    await change(clinic, user, { ...prescriber, licenceExpires: '2025-11-14' }).call();
    const patient = await weighAda(clinic);
    const session = await orderForAda(clinic, patient);
    await clinic.call('session:cancel', { session, reason: 'not today' });
    await clinic.signIn('reyes');
    await change(clinic, user, { ...prescriber, licenceExpires: '2025-11-13' }).call();
    expect((await clinic.call('app:load', {})).staff.find(({ id }) => id === user)?.licenceExpired).toBe(
      true,
    );
    await clinic.signIn('patel');
    const screen = await clinic.call('plan:save', { patient, session: null, typed: REFERENCE_PLAN });
    expect(
      await clinic.refusal('plan:authorise', {
        session: screen.session ?? '',
        position: screen.position,
        overrideReasons: [],
        passphrase: 'green-orchard',
      }),
    ).toEqual({ kind: 'licenceExpired', name: 'Dr S. Patel', expired: '2025-11-13' });
  });

  it('are looked after by an administrator alone; nobody else adds, changes or resets', async () => {
    const clinic = await openClinic();
    const user = await clinic.idOf('lim');
    for (const person of ['lim', 'patel', 'amari', 'novak', 'bell', 'quist'] as const) {
      await clinic.signIn(person);
      const refused = { kind: 'roleNeeded', roles: ['admin'] };
      expect(await clinic.refusal('people:add', NURSE)).toEqual(refused);
      expect(await change(clinic, user, {}).refusal()).toEqual(refused);
      expect(await clinic.refusal('people:disable', { user })).toEqual(refused);
      expect(await clinic.refusal('people:enable', { user })).toEqual(refused);
      expect(await clinic.refusal('people:clearPin', { user })).toEqual(refused);
      expect(
        await clinic.refusal('people:resetPassphrase', {
          user,
          passphrase: 'a b c d e f',
          typedBy: 'person',
        }),
      ).toEqual(refused);
    }
  });
});
