import { writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { ChannelName } from '../../src/contract/channels.ts';
import { LIBRARY_PART } from '../../src/contract/libraryPart.ts';
import { newEventId } from '../../src/main/eventId.ts';
import { anchorFile } from '../../src/main/eventLog/anchor.ts';
import { recordFiles } from '../../src/main/profile.ts';
import { libraryFileText } from '../../src/main/services/libraryFile.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { RECORDING } from '../e2e/support/firstSaveFails.ts';
import { askedEverything } from '../support/askedEverything.ts';
import { openOnBrokenDisk } from '../support/brokenClinic.ts';
import { canBreakDisk } from '../support/brokenDisk.ts';
import type { PersonKey } from '../support/caller.ts';
import { type TestClinic, trainingProfile } from '../support/clinic.ts';
import { FOUR_HOURS, prepareNext, startFourHours } from '../support/containerOrders.ts';
import { spray, startSprays } from '../support/countedOrder.ts';
import { NEWCOMER } from '../support/newcomer.ts';
import { DEMO_LIBRARY } from '../support/publish.ts';
import { matchRate, startRate } from '../support/rateOrders.ts';
import {
  dischargeAda,
  enter,
  matchAda,
  orderForAda,
  prepareForAda,
  readyAda,
  runAda,
  signAda,
  startAda,
  vitals,
  weighAda,
} from '../support/referenceSession.ts';
import { WITH_LOADING } from '../support/stagedOrders.ts';
import { at, ZONE } from '../support/times.ts';

// Passphrases are proved at full cost, a third of a second each on a machine that does nothing else.
vi.setConfig({ testTimeout: 180_000 });

const tried = new Set<ChannelName>();
/** The key of a locked desk is kept first and recorded by whoever says who they are, or by the program a minute later. */
const RECORDED_LATER: readonly ChannelName[] = ['away:press'];
const PASSPHRASE = 'three grey herons';
const SLIP = { weight: '74.2', pumpRate: '55.6', volumeToGive: '37.1' };

async function signer(clinic: TestClinic, person: PersonKey) {
  const user = await clinic.idOf(person);
  const keys = (await clinic.call('app:load', {})).trainingKeys?.find((key) => key.user === user);
  return { user, secret: keys?.passphrase ?? '' };
}

/** The program starts again over a record whose end is missing: its last head lies beyond it. */
async function afterLostEnd(): Promise<TestClinic> {
  const paths = trainingProfile();
  const lost = { seq: 1_000_000, hash: '0'.repeat(64) };
  writeFileSync(anchorFile(paths.config, recordFiles(paths).training), JSON.stringify(lost));
  return openOnBrokenDisk(tried, { paths });
}

describe.runIf(canBreakDisk)('a disk that fails at the first try of everything that is recorded', () => {
  it('leaves nothing of a whole session behind, and the second try saves it once', async () => {
    const clinic = await openOnBrokenDisk(tried);
    const session = await startAda(clinic);
    const { preparation } = await clinic.call('session:load', { session });
    const label = preparation?.witnessed?.label ?? '';
    for (const channel of ['label:savePdf', 'label:print', 'label:copyByHand'] as const) {
      const { position, printing } = await clinic.call('label:load', { session, label });
      const reason = printing === 1 ? null : 'torn';
      await clinic.call(channel, { session, label, position, size: 'syringe', reason });
    }
    await runAda(clinic, session);
    await dischargeAda(clinic, session);
    const request = { kind: 'sessionSummary', session } as const;
    const pages = await clinic.call('document:load', request);
    await clinic.call('document:print', { ...request, paper: 'A4', position: pages.print.position } as const);
    const next = await clinic.call('document:load', request);
    await clinic.call('document:savePdf', {
      ...request,
      paper: 'A4',
      position: next.print.position,
    } as const);
    const { state } = await signAda(clinic, session);
    expect(state).toBe('SIGNED');
  });

  it('nor of a correction, a decision, a stop, a pump that is read later and a discrepancy', async () => {
    const clinic = await openOnBrokenDisk(tried);
    const matched = await matchAda(clinic);
    await prepareForAda(clinic, matched);
    await readyAda(clinic, matched);
    const cold = { kind: 'no', reason: 'has a cold' } as const;
    await clinic.call('checklist:answer', { session: matched, item: 'health', answer: cold });
    const prescriber = await clinic.second('patel');
    const decision = { session: matched, subject: 'health', reason: 'afebrile', prescriber };
    await clinic.call('checklist:decide', decision);
    const session = matched;
    await clinic.call('infusion:start', { session, nameSaid: true, identifier: '1984-03-09' });
    clinic.clock.set(at('10:05:00'));
    const seen = { session, vitals: vitals(141, 88, 91, 98), effects: [], ended: [] };
    const { timeline } = await clinic.call('observation:record', seen);
    await clinic.call('observation:correct', {
      session,
      corrects: timeline.at(-1)?.id ?? '',
      vitals: vitals(131, 88, 91, 98),
      effect: null,
      seenAt: null,
      reason: 'mistyped',
      note: null,
    });
    await clinic.call('observation:note', { session, kind: 'note', text: 'calm' });
    clinic.clock.set(at('10:06:00'));
    await clinic.call('infusion:pause', { session, at: at('10:06:00'), reason: null });
    await clinic.call('infusion:givePauseReason', { session, reason: 'pump' });
    await clinic.call('infusion:stop', { session, at: at('10:06:00'), reason: null });
    await clinic.call('infusion:readPump', {
      session,
      pumpVolume: '8.1',
      linePrimedWith: 'diluent',
      lineFlushed: true,
      differenceReason: null,
    });
    await clinic.call('infusion:giveStopReason', { session, reason: 'pump fault' });
    await dischargeAda(clinic, session);
    const typed = { vial: '150', syringe: '40', line: '0' };
    const witness = await clinic.second('osei');
    await clinic.call('waste:record', { session, typed, witness, witnessTyped: typed });
    await clinic.call('waste:recordDiscrepancy', { session, text: 'spilt at the pump', witness });
  });

  it('nor of a hold, its release, an order that is opened again and a session that is cancelled', async () => {
    const clinic = await openOnBrokenDisk(tried);
    const session = await orderForAda(clinic, await weighAda(clinic));
    clinic.clock.set(at('09:21:00'));
    await enter(clinic, session, null, 1);
    await enter(clinic, session, 'osei', 2, SLIP);
    await clinic.call('entry:secondAttempt', { session });
    await enter(clinic, session, null, 1);
    expect(await enter(clinic, session, 'osei', 2, SLIP)).toEqual({ outcome: 'held' });
    await clinic.signIn('amari');
    const held = await clinic.call('hold:load', { session });
    const wrong = held.sets.find(({ values }) => values['weight'] === '74.2')?.label ?? 'both';
    await clinic.call('hold:release', { session, reason: 'the wrong slip was read', wrong });
    await clinic.signIn('patel');
    await clinic.call('plan:reopen', { session });
    await clinic.signIn('novak');
    await clinic.call('plan:open', { session, accepted: true });
    await clinic.signIn('patel');
    await clinic.call('session:cancel', { session, reason: 'patient went home' });
  });

  it('nor of a second container that is connected, and of one that is thrown away', async () => {
    const clinic = await openOnBrokenDisk(tried);
    const { id: session } = await startFourHours(clinic);
    clinic.clock.set(at('13:10:00'));
    const ready = await prepareNext(clinic, session, FOUR_HOURS);
    clinic.clock.set(at('13:36:00'));
    await clinic.call('container:change', {
      session,
      label: ready.nextPreparation?.witnessed?.label.slice(-4) ?? '',
      stoppedAt: at('13:35:00'),
      restartedAt: at('13:35:40'),
      volumeLeft: '0.4',
      leftReason: null,
      readBack: '14',
      checker: await clinic.second('osei'),
    });
    const other = await openOnBrokenDisk(tried);
    const { id: thrown } = await startFourHours(other);
    other.clock.set(at('13:10:00'));
    await prepareNext(other, thrown, FOUR_HOURS);
    await other.call('container:discardNext', { session: thrown, reason: 'fell on the floor' });
  });

  it('nor of the next stage of an infusion', async () => {
    const clinic = await openOnBrokenDisk(tried);
    const session = await matchRate(clinic, await weighAda(clinic), WITH_LOADING);
    await startRate(clinic, session, WITH_LOADING);
    clinic.clock.set(at('10:20:00'));
    const begun = await clinic.call('infusion:beginStage', {
      session,
      rate: '9',
      volume: '18',
      reader: null,
    });
    expect(begun.infusion?.stage?.number).toBe(2);
  });

  it('nor of what is said about a pump after a restart', async () => {
    const paths = trainingProfile();
    const before = await openOnBrokenDisk(tried, { paths, ticks: true });
    const session = await startAda(before);
    before.clock.set(at('10:17:32'));
    before.desk.close();
    const clock = createSetClock(at('10:19:10'), ZONE);
    const clinic = await openOnBrokenDisk(tried, { paths, clock, ticks: true });
    await clinic.signIn('lim');
    const answer = { session, pumpState: 'running', pumpVolume: '17.2' } as const;
    const { interruption } = await clinic.call('interruption:answer', answer);
    expect(interruption).toBeNull();
  });

  it('nor of sprays, a restart and a pause between them', async () => {
    const paths = trainingProfile();
    const before = await openOnBrokenDisk(tried, { paths, ticks: true });
    const session = await startSprays(before);
    before.clock.set(at('10:02:00'));
    before.desk.close();
    const clock = createSetClock(at('10:04:10'), ZONE);
    const clinic = await openOnBrokenDisk(tried, { paths, clock, ticks: true });
    await clinic.signIn('lim');
    await clinic.call('doses:confirm', { session });
    clock.set(at('10:05:00'));
    await clinic.call('doses:give', spray(session, 2));
    await clinic.call('infusion:pause', { session, at: at('10:05:00'), reason: 'nausea' });
    const seen = { vitals: vitals(130, 80, 80, 97), effects: [], ended: [] };
    await clinic.call('observation:record', { session, ...seen });
    const { state } = await clinic.call('doses:resume', { session, prescriber: null });
    expect(state).toBe('RUNNING');
  });

  it('nor of a patient, what is known of them, and a file of them', async () => {
    const clinic = await openOnBrokenDisk(tried);
    await clinic.signIn('lim');
    const none = { status: 'none', items: [] } as const;
    const { banner } = await clinic.call('patients:register', {
      details: NEWCOMER,
      allergies: none,
      anyway: false,
    } as never);
    const patient = banner.id;
    await clinic.call('patient:changeDetails', {
      patient,
      details: { ...NEWCOMER, preferredName: 'No' },
      reason: 'asked',
    });
    await clinic.call('patient:recordAllergies', { patient, allergies: none } as never);
    const record = clinic.desk.record();
    if (!record) throw new Error('no record');
    const assessment = askedEverything(record);
    await clinic.call('patient:draftAssessment', { patient, assessment });
    await clinic.call('patient:recordConsent', {
      patient,
      form: 'v3',
      signedOn: '2025-11-14',
      validUntil: null,
      witnessedBy: 'R. Lim',
      concerns: '',
    });
    await clinic.call('patient:setActivity', { patient, active: false, reason: 'moved away' });
    const upload = newEventId();
    const text =
      'Family name,Given name,Date of birth,Sex,Record number\nHolt,Ida,1990-01-02,female,T900-000-02\n';
    await clinic.call('patients:stageImport', { upload, part: 0, text });
    await clinic.call('patients:import', { upload, matches: 'take' });
    await clinic.signIn('patel');
    const { position } = await clinic.call('patient:load', { patient });
    const signature = { patient, position, assessment, passphrase: 'green-orchard' };
    await clinic.call('patient:signAssessment', signature);
  });

  it('nor of people, their keys and the desk', async () => {
    const clinic = await openOnBrokenDisk(tried);
    await clinic.signIn('reyes');
    const mara = { suffix: 'RN', roles: ['nurse' as const], licence: 'RN 60318', licenceExpires: null };
    const first = { passphrase: 'seven quiet boats', typedBy: 'person' } as const;
    const { people } = await clinic.call('people:add', { fullName: 'Mara Field', ...mara, ...first });
    const user = people.find(({ fullName }) => fullName === 'Mara Field')?.id ?? '';
    await clinic.call('people:change', { user, ...mara, suffix: 'RN, BSc' });
    await clinic.call('identity:signIn', { user, secret: first.passphrase, by: 'passphrase' });
    const next = 'eight loud boats';
    await clinic.call('identity:changePassphrase', { passphrase: first.passphrase, next });
    await clinic.call('identity:choosePin', { passphrase: next, pin: '204817' });
    await clinic.signIn('reyes');
    await clinic.call('people:clearPin', { user });
    await clinic.call('people:resetPassphrase', { user, passphrase: 'nine pale lamps', typedBy: 'person' });
    await clinic.call('people:disable', { user });
    await clinic.call('people:enable', { user });
    const { settings: before } = await clinic.call('people:load', {});
    const settings = { ...before, lockAfterMinutes: 5 };
    const { secret } = await signer(clinic, 'reyes');
    await clinic.call('settings:change', { settings, passphrase: secret });
  });

  it('nor of keys at a locked desk and an emergency access', async () => {
    const clinic = await openOnBrokenDisk(tried, { ticks: true });
    const session = await startAda(clinic);
    await clinic.call('identity:lock', {});
    clinic.clock.set(at('10:05:00'));
    const by = await clinic.second('osei');
    const seen = { session, by, vitals: vitals(141, 88, 91, 98), effects: [] };
    await clinic.call('away:observe', seen);
    await clinic.call('away:note', { session, by, kind: 'note', text: 'calm' });
    await clinic.call('away:press', { session, what: 'pause' });
    clinic.clock.set(at('10:07:00'));
    await clinic.call('emergency:open', { name: 'Kay Brook' });
    await clinic.call('identity:lock', {});
    await clinic.signIn('lim');
    const [pressed] = (await clinic.call('app:load', {})).away?.unclaimed ?? [];
    await clinic.call('away:claim', { event: pressed?.event ?? '' });
    await clinic.signIn('amari');
    const [waiting] = (await clinic.call('app:load', {})).away?.emergencies ?? [];
    const { secret } = await signer(clinic, 'amari');
    const review = { emergency: waiting?.id ?? '', note: 'was needed', passphrase: secret };
    await clinic.call('emergency:review', review);
  });

  it('nor of a library that two people publish', async () => {
    const clinic = await openOnBrokenDisk(tried);
    await clinic.signIn('novak');
    const text = libraryFileText({ ...DEMO_LIBRARY, version: 'EXAMPLE 2025.12-v8' });
    const file = newEventId();
    for (let part = 0, from = 0; from < text.length; part += 1, from += LIBRARY_PART)
      await clinic.call('library:take', { file, part, text: text.slice(from, from + LIBRARY_PART) });
    const { hash } = await clinic.call('library:review', { file });
    const pharmacist = await signer(clinic, 'novak');
    const director = await signer(clinic, 'amari');
    await clinic.call('library:publish', { file, hash, reason: 'for a test', pharmacist, director });
  });

  it('nor of a drill, an export, what is opened again from it, and what is said of a missing end', async () => {
    const clinic = await openOnBrokenDisk(tried);
    await clinic.signIn('amari');
    await clinic.call('keeping:backUp', {});
    await clinic.call('keeping:drill', {});
    await clinic.call('keeping:export', { passphrase: PASSPHRASE });
    const [name = ''] = (await clinic.call('keeping:load', {})).exports;
    await clinic.call('keeping:restore', { chosen: { from: 'documents', name }, passphrase: PASSPHRASE });
    clinic.desk.close();
    const lost = await afterLostEnd();
    await lost.signIn('amari');
    const { secret } = await signer(lost, 'amari');
    await lost.call('keeping:acceptStanding', { passphrase: secret });
  });

  it('was tried with every channel there is to record by', () => {
    expect([...tried, ...RECORDED_LATER].toSorted()).toEqual([...RECORDING].toSorted());
  });
});
