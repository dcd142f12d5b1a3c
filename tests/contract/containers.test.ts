import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/contract/channels.ts';
import { formatElapsed } from '../../src/core/quantity/formatDuration.ts';
import { readQuantity } from '../../src/core/quantity/quantity.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { formatDateTime } from '../../src/renderer/components/time.ts';
import { containerLines } from '../../src/renderer/documents/sessionSummary/preparationText.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { finishSentence } from '../../src/renderer/screens/plan/planWords.ts';
import type { PersonKey } from '../support/caller.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { FOUR_DAYS, FOUR_HOURS, prepareNext, startFourHours, weighed } from '../support/containerOrders.ts';
import { DEMO_LIBRARY, publishLibrary } from '../support/publish.ts';
import { matchRate, startRate } from '../support/rateOrders.ts';
import {
  ADA_SAID,
  enter,
  matchAda,
  orderForAda,
  REFERENCE_PLAN,
  readyAda,
  weigh,
} from '../support/referenceSession.ts';
import { shiftedClock } from '../support/shiftedClock.ts';
import { at, TODAY, ZONE } from '../support/times.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const HOUR = 3_600_000;

/** The four-hour session, running since 10:00:00. */
async function fourHours() {
  const clinic = await openClinic();
  const view = await startFourHours(clinic);
  return { clinic, session: view.id, view };
}

type Change = Omit<Request<'container:change'>, 'requestId'>;

async function changeOf(clinic: TestClinic, session: string, more: Partial<Change> = {}): Promise<Change> {
  const { infusion } = await clinic.call('session:load', { session });
  return {
    session,
    label: infusion?.container.nextLabel?.slice(-4) ?? '',
    stoppedAt: clinic.clock.now() - 60_000,
    restartedAt: clinic.clock.now() - 20_000,
    volumeLeft: '0',
    leftReason: null,
    readBack: '14',
    checker: await clinic.second('osei'),
    ...more,
  };
}

describe('four hours from two syringes', () => {
  it('are planned as two, with when the first one is empty', async () => {
    const clinic = await openClinic();
    const patient = await weighed(clinic, '80');
    await clinic.signIn('patel');
    const { choices } = await clinic.call('plan:start', { patient });
    const typed = FOUR_HOURS.plan;
    const { sum, breaches } = await clinic.call('plan:calculate', { patient, session: null, typed });
    const protocol = choices.find(({ protocol: { id } }) => id === typed.protocol)?.protocol;
    expect(sum).toMatchObject({ dose: '112 mg', rate: '14 mL/h', volumeToGive: '56 mL', containers: 2 });
    expect(breaches).toEqual([]);
    expect(sum && protocol && plain(finishSentence(sum, protocol))).toBe(
      '14 mL/h. Ends 4 h 00 min after start. 2 syringes: first empty after 3 h 34 min 17 s.',
    );
  });

  it('run from one to the other, and every milligram of both is accounted for', async () => {
    const { clinic, session, view } = await fourHours();
    expect(view.infusion?.endsAt).toBe(at('14:00:00'));
    expect(view.infusion?.container).toEqual({
      noun: 'syringe',
      number: 1,
      planned: 2,
      label: view.preparation?.witnessed?.label,
      emptyAt: at('13:34:17') + 143,
      due: { at: at('13:34:17') + 143, because: 'empty' },
      nextLabel: null,
    });
    clinic.clock.set(at('13:10:00'));
    const ready = await prepareNext(clinic, session, FOUR_HOURS);
    expect(ready.state).toBe('RUNNING');
    const label = ready.nextPreparation?.witnessed?.label ?? '';
    expect(label).toMatch(/^KT-B\d{3}$/);
    expect(ready.infusion?.container.nextLabel).toBe(label);

    // It ran dry 43 s before the pump was stopped, and ran again 40 s after that.
    clinic.clock.set(at('13:36:00'));
    const changed = await clinic.call('container:change', {
      ...(await changeOf(clinic, session)),
      stoppedAt: at('13:35:00'),
      restartedAt: at('13:35:40'),
      volumeLeft: '0.4',
    });
    expect(changed.state).toBe('RUNNING');
    // 6 mL at 14 mL/h are 25 min 43 s.
    expect(changed.infusion?.endsAt).toBe(at('14:01:22') + 857);
    expect(changed.infusion?.container).toMatchObject({ number: 2, label, due: null, nextLabel: null });
    expect(changed.earlierContainers).toMatchObject([
      { change: { restartedAt: at('13:35:40'), volumeLeft: '0.4 mL', calculatedLeft: '0 mL' } },
    ]);
    const line = changed.timeline.find(({ text }) => text.startsWith('Syringe 2 connected'));
    expect(line).toMatchObject({ clinical: true, given: '50 mL', rate: '14 mL/h' });
    expect(plain(line?.detail ?? '')).toBe('pump stopped 40 s; 0.4 mL left in syringe 1; record 0 mL');

    // What is spent can be wasted while it runs: two vials' rests and the old syringe.
    const spent = changed.reconciliation?.left;
    expect(spent).toEqual({ vial: '200 mg', syringe: '0.8 mg', line: '0 mg' });
    const typed = { vial: '200', syringe: '0', line: '0' };
    const witness = await clinic.second('osei');
    await clinic.call('waste:record', { session, typed, witness, witnessTyped: typed });

    clinic.clock.set(at('14:01:23'));
    const end = {
      pumpVolume: '56',
      linePrimedWith: 'diluent',
      lineFlushed: true,
      differenceReason: null,
    } as const;
    const ended = await clinic.call('infusion:complete', { session, ...end });
    expect(ended.recovery?.finalReading?.calculatedVolume).toBe('56 mL');
    expect(ended.reconciliation).toMatchObject({
      opened: '400 mg',
      vials: 2,
      drawn: '200 mg',
      given: '112 mg',
      left: { vial: '0 mg', syringe: '88 mg', line: '0 mg' },
    });
    clinic.clock.set(at('14:40:00'));
    const rest = { vial: '0', syringe: '88', line: '0' };
    const balanced = await clinic.call('waste:record', { session, typed: rest, witness, witnessTyped: rest });
    expect(balanced.reconciliation).toMatchObject({ unaccounted: '0 mg', balances: true });

    const paper = await clinic.call('document:load', { kind: 'sessionSummary', session });
    if (paper.kind !== 'sessionSummary') throw new Error('no summary');
    const [first = '', ...others] = containerLines(paper).map(plain);
    expect(others).toEqual([]);
    expect(first).toContain('lot K24B117');
    expect(first).toContain('changed 13:35:00, pump stopped 40 s, 0.4 mL left, record 0 mL');
    expect(paper.delivered).toMatchObject({ dose: '112 mg', volume: '56 mL' });
  });

  it('stop counting when the first is empty and nobody changes it', async () => {
    const { clinic, session } = await fourHours();
    clinic.clock.set(at('15:00:00'));
    const stopped = await clinic.call('infusion:stop', { session, at: at('15:00:00'), reason: 'forgotten' });
    const end = {
      pumpVolume: '50',
      linePrimedWith: 'diluent',
      lineFlushed: true,
      differenceReason: null,
    } as const;
    expect(stopped.infusion?.container.due).toBeNull();
    const read = await clinic.call('infusion:readPump', { session, ...end });
    expect(read.recovery?.finalReading).toMatchObject({
      calculatedVolume: '50 mL',
      differencePercent: '0 %',
    });
  });

  it('can be changed while paused; the resume then runs from the new one', async () => {
    const { clinic, session } = await fourHours();
    clinic.clock.set(at('13:00:00'));
    await clinic.call('infusion:pause', { session, at: at('13:00:00'), reason: 'pump' });
    clinic.clock.set(at('13:02:00'));
    await prepareNext(clinic, session, FOUR_HOURS);
    const change = { restartedAt: null, readBack: null, volumeLeft: '8', stoppedAt: at('13:02:00') };
    const changed = await clinic.call('container:change', await changeOf(clinic, session, change));
    expect(changed).toMatchObject({ state: 'PAUSED', infusion: { container: { number: 2 } } });
    clinic.clock.set(at('13:04:00'));
    const resumed = await clinic.call('infusion:resume', { session, readBack: '14', prescriber: null });
    // 14 mL are left to give at 14 mL/h.
    expect(resumed.infusion).toMatchObject({ endsAt: at('14:04:00'), container: { due: null } });
  });
});

describe('a change that is not recorded', () => {
  const told = async (clinic: TestClinic, session: string, more: Partial<Change>) =>
    clinic.refusal('container:change', await changeOf(clinic, session, more));

  it('is one by the wrong people, in another state, or of nothing', async () => {
    const { clinic, session } = await fourHours();
    clinic.clock.set(at('13:10:00'));
    expect(await told(clinic, session, { label: 'B412' })).toEqual({ kind: 'nextNotPrepared' });
    await prepareNext(clinic, session, FOUR_HOURS);
    expect(await told(clinic, session, { checker: null })).toEqual({ kind: 'anotherPersonNeeded' });
    expect(await told(clinic, session, { checker: await clinic.second('lim') })).toEqual({
      kind: 'anotherPersonNeeded',
    });
    const wrong = { ...(await clinic.second('osei')), secret: '000000' };
    expect(await told(clinic, session, { checker: wrong })).toMatchObject({ kind: 'wrongPin' });
    for (const person of [
      'patel',
      'novak',
      'amari',
      'bell',
      'reyes',
    ] as const satisfies readonly PersonKey[]) {
      const change = await changeOf(clinic, session);
      await clinic.signIn(person);
      expect(await clinic.refusal('container:change', change)).toMatchObject({ kind: 'roleNeeded' });
      await clinic.signIn('lim');
    }
    await clinic.call('infusion:stop', { session, at: clinic.clock.now(), reason: 'enough' });
    expect(await told(clinic, session, { label: 'B412' })).toEqual({
      kind: 'notInThisState',
      state: 'RECOVERY',
    });
  });

  it('is one whose label, times, volume or rate is wrong, each by its own sentence', async () => {
    const { clinic, session } = await fourHours();
    clinic.clock.set(at('13:10:00'));
    await prepareNext(clinic, session, FOUR_HOURS);
    clinic.clock.set(at('13:36:00'));
    const sentence = async (more: Partial<Change>) =>
      plain(errorText(await told(clinic, session, more), ZONE));
    expect(await sentence({ label: '9999' })).toBe(
      'These are not the last 4 of the label for this session. Read the label on the container.',
    );
    expect(await sentence({ restartedAt: null })).toBe('Type when the pump ran again.');
    expect(await sentence({ restartedAt: at('13:30:00') })).toBe(
      'The pump cannot run again before it stopped. Check both times.',
    );
    expect(await told(clinic, session, { restartedAt: at('13:36:01') })).toEqual({ kind: 'saidInFuture' });
    expect(await told(clinic, session, { stoppedAt: at('09:59:00') })).toMatchObject({
      kind: 'lateReasonMissing',
    });
    expect(await told(clinic, session, { stoppedAt: at('09:59:00'), lateReason: 'form 3' })).toEqual({
      kind: 'timeNotAllowed',
    });
    expect(await sentence({ volumeLeft: '50.1' })).toBe(
      'The old container held 50 mL. No more than that can be left in it. Read it again.',
    );
    expect(await sentence({ volumeLeft: '10' })).toBe(
      'You read 10 mL in the old container, the record says 0 mL (20 % of its content apart). Give a reason or correct an event.',
    );
    expect(await told(clinic, session, { volumeLeft: '.5' })).toMatchObject({
      kind: 'valueRefused',
      field: 'volumeLeft',
    });
    expect(await told(clinic, session, { readBack: '1.45' })).toMatchObject({
      kind: 'valueRefused',
      field: 'readBack',
    });
    for (const readBack of ['1.4', '140']) {
      const text = await sentence({ readBack });
      expect(text).toContain('The pump read-back does not agree with the matched plan for: rate.');
      expect(text).not.toMatch(/\b14\b/);
    }
    const nowhere = { ...(await changeOf(clinic, session)), session: 'nowhere' };
    expect(await clinic.refusal('container:change', nowhere)).toEqual({ kind: 'notFound', what: 'session' });
    const { infusion, timeline } = await clinic.call('session:load', { session });
    expect(infusion?.container.number).toBe(1);
    expect(timeline.filter(({ text }) => text.includes('read-back'))).not.toEqual([]);
  });

  it('is one from a container that has passed its use-by; another is made after it is discarded', async () => {
    const { clinic, session } = await fourHours();
    clinic.clock.set(at('10:05:00'));
    await prepareNext(clinic, session, FOUR_HOURS);
    expect(await clinic.refusal('preparation:takeVial', { session, ...VIAL })).toMatchObject({
      kind: 'nextUnderWay',
    });
    await clinic.call('infusion:pause', { session, at: clinic.clock.now(), reason: 'toilet' });
    clinic.clock.set(at('10:05:00') + 13 * HOUR);
    const late = { stoppedAt: clinic.clock.now(), restartedAt: null, readBack: null, volumeLeft: '48.8' };
    const expired = await told(clinic, session, late);
    expect(plain(errorText(expired, ZONE))).toMatch(
      /^Preparation KT-B\d{3} expired at 22:05\. Make a new preparation\.$/,
    );
    expect(await clinic.refusal('container:discardNext', { session, reason: '  ' })).toMatchObject({
      kind: 'textMissing',
    });
    await clinic.call('container:discardNext', { session, reason: 'past its use-by' });
    expect(await clinic.refusal('container:discardNext', { session, reason: 'again' })).toEqual({
      kind: 'nextNotPrepared',
    });
    const again = await prepareNext(clinic, session, FOUR_HOURS);
    expect(again.nextPreparation?.witnessed?.label).toMatch(/^KT-C\d{3}$/);
    expect(again.discardedPreparations).toHaveLength(1);
  });

  it('is one with the label of another chair, which is named; so before a start', async () => {
    const clinic = await openClinic();
    const ada = await matchAda(clinic);
    const baker = await labelledBaker(clinic);
    for (const label of [baker.slice(-4), baker]) {
      await preparedUpTo(clinic, ada);
      const refusal = await clinic.refusal('preparation:checkLabel', {
        session: ada,
        lastFour: label.slice(0, 8),
      });
      expect(errorText(refusal, ZONE)).toBe('This label belongs to Chair 3, BAKER. Chair 2 is OKAFOR.');
    }
    const { preparation } = await clinic.call('session:load', { session: ada });
    const lastFour = preparation?.witnessed?.label.slice(-4) ?? '';
    await clinic.call('preparation:checkLabel', { session: ada, lastFour });
    await readyAda(clinic, ada);
    clinic.clock.set(at('10:00:00'));
    await clinic.call('infusion:start', { session: ada, ...ADA_SAID });
    clinic.clock.set(at('10:10:00'));
    const change = { label: baker.slice(-4), readBack: '54', volumeLeft: '41' };
    const refusal = await clinic.refusal('container:change', await changeOf(clinic, ada, change));
    expect(errorText(refusal, ZONE)).toBe('This label belongs to Chair 3, BAKER. Chair 2 is OKAFOR.');
  });
});

/** Baker in chair 3, with a syringe of 84 kg × 0.5 mg/kg that has its label on. Gives the label. */
async function labelledBaker(clinic: TestClinic): Promise<string> {
  const patient = await clinic.patient('baker');
  await weigh(clinic, patient, '84');
  const session = await orderForAda(clinic, patient, { ...REFERENCE_PLAN, chair: 3 });
  const values = { dateOfBirth: '1979-11-22', weight: '84', pumpRate: '63', volumeToGive: '42' };
  await enter(clinic, session, null, 1, values);
  await enter(clinic, session, 'osei', 2, values);
  await preparedUpTo(clinic, session);
  const { preparation } = await clinic.call('session:load', { session });
  return preparation?.witnessed?.label ?? '';
}

/** Witnessed, with no label checked yet. */
async function preparedUpTo(clinic: TestClinic, session: string): Promise<void> {
  const { state } = await clinic.call('session:load', { session });
  if (state !== 'MATCHED') return;
  await clinic.call('preparation:takeVial', { session, ...VIAL });
  await clinic.call('preparation:draw', { session, volume: '5' });
  await clinic.call('preparation:addDiluent', { session, finalVolume: '50' });
  const witness = await clinic.second('osei');
  await clinic.call('preparation:witness', { session, witness, volumeDrawn: '5', finalVolume: '50' });
}

describe('four days from bags', () => {
  /** Scenario 7: started on 27-Mar-2026 at 10:00 in London, where the clocks go forward on the 29th. */
  const START = Date.parse('2026-03-27T10:00:00Z');

  async function fourDays(useByHours?: number) {
    const clock = shiftedClock(createSetClock(TODAY, ZONE), START - at('10:00:00'), ZONE);
    const clinic = await openClinic({ clock });
    if (useByHours !== undefined) await publishUseBy(clinic, useByHours);
    const session = await matchRate(clinic, await weighed(clinic, '72'), FOUR_DAYS);
    const view = await startRate(clinic, session, FOUR_DAYS);
    return { clinic, session, view };
  }

  const toClock = (clinic: TestClinic, moment: number) => clinic.clock.set(moment - START + at('10:00:00'));

  it('end on 31-Mar-2026 at 11:00 after 4 d 00 h 00 min with 2,112 mg, from three bags', async () => {
    const { clinic, session, view } = await fourDays(120);
    expect(formatDateTime(view.infusion?.endsAt ?? 0, ZONE)).toBe('31-Mar-2026 11:00');
    expect(view.plan?.sum).toMatchObject({ containers: 3, volumeToGive: '1056 mL' });
    expect(view.infusion?.container.due?.at).toBe(START + Math.round((500 / 11) * HOUR));
    for (const number of [2, 3]) {
      const { infusion } = await clinic.call('session:load', { session });
      const empty = infusion?.container.emptyAt ?? 0;
      toClock(clinic, empty - 10 * 60_000);
      await clinic.signIn('lim');
      await clinic.signIn('osei');
      await clinic.signIn('lim');
      await prepareNext(clinic, session, FOUR_DAYS);
      toClock(clinic, empty);
      // Changed in no time, so that the end stays where it is.
      const change = { stoppedAt: empty, restartedAt: empty, readBack: '11' };
      const changed = await clinic.call('container:change', await changeOf(clinic, session, change));
      expect(changed.infusion?.container).toMatchObject({ noun: 'bag', number, planned: 3 });
    }
    const end = START + 96 * HOUR;
    toClock(clinic, end);
    const reading = {
      pumpVolume: '1056',
      linePrimedWith: 'diluent',
      lineFlushed: true,
      differenceReason: null,
    } as const;
    const done = await clinic.call('infusion:complete', { session, ...reading });
    expect(done.reconciliation?.given).toBe('2112 mg');
    const paper = await clinic.call('document:load', { kind: 'sessionSummary', session });
    if (paper.kind !== 'sessionSummary') throw new Error('no summary');
    expect(formatDateTime(paper.times.end ?? 0, ZONE)).toBe('31-Mar-2026 11:00');
    expect(plain(formatElapsed(paper.times.totalMilliseconds ?? 0))).toBe('4 d 00 h 00 min');
    expect(paper.delivered.dose).toBe('2112 mg');
    const [record] = [done.recovery?.finalReading?.calculatedVolume ?? '0 mL'];
    // Each change is to the millisecond; what that leaves out is less than the pump's step.
    expect(
      Number(readQuantity(record, 'mL').value.numerator) /
        Number(readQuantity(record, 'mL').value.denominator),
    ).toBeCloseTo(1056, 4);
  });

  it('are four bags of 24 h, each due by its use-by', async () => {
    const { clinic, session, view } = await fourDays();
    expect(view.plan?.sum.containerUses).toMatchObject([
      { endsAfter: '1440 min', volume: '264 mL', endedBy: 'useBy' },
      { endsAfter: '2880 min', volume: '264 mL', endedBy: 'useBy' },
      { endsAfter: '4320 min', volume: '264 mL', endedBy: 'useBy' },
      { endsAfter: '5760 min', volume: '264 mL', endedBy: 'end' },
    ]);
    const useBy = view.preparation?.witnessed?.useBy ?? 0;
    expect(view.infusion?.container.due).toEqual({ at: useBy, because: 'useBy' });
    toClock(clinic, useBy - 5 * 60_000);
    await clinic.signIn('osei');
    await clinic.signIn('lim');
    await prepareNext(clinic, session, FOUR_DAYS);
    toClock(clinic, useBy);
    // 23 h 33 min at 11 mL/h: 259.05 mL of the 500 are given.
    const change = { stoppedAt: useBy, restartedAt: useBy, volumeLeft: '241', readBack: '11' };
    const changed = await clinic.call('container:change', await changeOf(clinic, session, change));
    expect(changed.infusion?.container).toMatchObject({ number: 2, due: { because: 'useBy' } });
    expect(changed.infusion?.container.due?.at).toBe(useBy - 5 * 60_000 + 24 * HOUR);
    expect(changed.reconciliation?.left).toMatchObject({ syringe: '482 mg', vial: '0 mg' });
  });
});

const VIAL = { product: 'ketamine-10-20', lot: 'K24B118', expiry: '2027-08', vials: 1 };

/** The demo library once more, with bags that may be used for so long. */
async function publishUseBy(clinic: TestClinic, useByHours: number): Promise<void> {
  const protocols = DEMO_LIBRARY.protocols.map((protocol) =>
    protocol.id === 'ketamine-pain-days' ? { ...protocol, useByHours } : protocol,
  );
  await publishLibrary(clinic, { protocols });
}
