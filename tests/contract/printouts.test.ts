import { describe, expect, it } from 'vitest';
import type { Request, Response } from '../../src/contract/channels.ts';
import { codeOf } from '../../src/main/printing/recordCode.ts';
import { openClinic } from '../support/clinic.ts';
import { dischargeAda, matchAda, runAda, signAda, startAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

type Clinic = Awaited<ReturnType<typeof openClinic>>;
type Kind = Request<'document:load'>['kind'];

/** Saves a page as PDF and says what its footer says. */
async function printed(clinic: Clinic, kind: Kind, session: string) {
  const { print } = await clinic.call('document:load', { kind, session });
  await clinic.call('document:savePdf', { kind, session, paper: 'A4', position: print.position });
  return { number: (await clinic.call('session:load', { session })).number, code: print.code };
}

type Page = Response<'printout:verify'>['page'];

async function verified(clinic: Clinic, typed: Request<'printout:verify'>): Promise<Page> {
  return (await clinic.call('printout:verify', typed)).page;
}

describe('a page in somebody’s hand', () => {
  it('is answered for at every state of its record, and names the patient it must show', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    const order = await printed(clinic, 'orderSheet', session);
    const begun = await printed(clinic, 'sessionSummary', session);
    expect(await clinic.call('printout:verify', begun)).toMatchObject({
      session,
      number: begun.number,
      chair: 2,
      patient: { familyName: 'Okafor', givenName: 'Ada', born: '1984-03-09' },
      page: { kind: 'unsigned' },
    });
    await runAda(clinic, session);
    expect(await verified(clinic, order)).toMatchObject({ kind: 'orderSheet', copy: 1 });
    expect(await verified(clinic, begun)).toMatchObject({
      kind: 'olderDraft',
      printedAt: at('10:00:00'),
      printedBy: { name: 'R. Lim' },
      copy: 1,
    });
    await dischargeAda(clinic, session);
    await signAda(clinic, session);
    const signed = await printed(clinic, 'sessionSummary', session);
    const answer = { kind: 'signed', version: 1, closedAt: at('15:20:00') };
    expect(await verified(clinic, signed)).toEqual(answer);
    // Printing it is a fact, and no part of what is printed.
    expect(await verified(clinic, signed)).toEqual(answer);
    expect(await verified(clinic, begun)).toMatchObject({ kind: 'olderDraft' });
  });

  it('is a fact each time it is made, with its copy, its code and its person', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    const { code } = await printed(clinic, 'sessionSummary', session);
    const { print } = await clinic.call('document:load', { kind: 'sessionSummary', session });
    expect(print).toMatchObject({ copy: 2, code });
    const request = { kind: 'sessionSummary', session, paper: 'Letter', position: print.position } as const;
    await clinic.call('document:print', request);
    const { user } = await clinic.call('app:load', {});
    const events = clinic.desk.record()?.log.readStream(`session:${session}`) ?? [];
    const facts = events
      .filter(({ type }) => type === 'DocumentPrinted')
      .map(({ actor, data }) => ({ actor, ...(data as object) }));
    const same = { actor: user?.id, document: 'sessionSummary', recordVersion: 1, code };
    expect(facts).toEqual([
      { ...same, paper: 'A4', copy: 1, to: 'pdf' },
      { ...same, paper: 'Letter', copy: 2, to: 'printer' },
    ]);
  });

  it('may be typed with small letters, without dashes, and with O for 0', async () => {
    const clinic = await openClinic();
    const { number, code } = await printed(clinic, 'sessionSummary', await startAda(clinic));
    const typed = {
      number: ` ${number.toLowerCase()} `,
      code: code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'),
    };
    expect(await verified(clinic, typed)).toEqual({ kind: 'unsigned' });
  });

  it('matches no version when its code is another’s', async () => {
    const clinic = await openClinic();
    const { number } = await printed(clinic, 'sessionSummary', await startAda(clinic));
    expect(await verified(clinic, { number, code: codeOf('5'.repeat(64)) })).toBeNull();
  });

  it('is said to be cancelled', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await clinic.call('session:cancel', { session, reason: 'patient went home' });
    const page = await printed(clinic, 'sessionSummary', session);
    expect(await verified(clinic, page)).toMatchObject({ kind: 'cancelled' });
  });

  it('is refused when the code is misread, and when no such record is here', async () => {
    const clinic = await openClinic();
    const { number, code } = await printed(clinic, 'orderSheet', await startAda(clinic));
    const misread = `${code.startsWith('0') ? '2' : '0'}${code.slice(1)}`;
    const refused = (typed: Request<'printout:verify'>) => clinic.refusal('printout:verify', typed);
    expect(await refused({ number, code: misread })).toEqual({ kind: 'codeMistyped', why: 'check' });
    expect(await refused({ number, code: '' })).toEqual({ kind: 'codeMistyped', why: 'length' });
    const elsewhere = 'KT-2019-000001';
    expect(await refused({ number: elsewhere, code })).toEqual({ kind: 'noSuchRecord', number: elsewhere });
  });

  it('is not answered for before somebody signs in', async () => {
    const clinic = await openClinic();
    const page = await printed(clinic, 'sessionSummary', await startAda(clinic));
    await clinic.call('identity:lock', {});
    expect(await clinic.refusal('printout:verify', page)).toEqual({ kind: 'notSignedIn' });
  });
});
