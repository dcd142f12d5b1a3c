import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../src/core/session/events.ts';
import { timeline } from '../../../src/core/session/timeline.ts';
import { severityWord } from '../../../src/core/session/words.ts';
import {
  ENTRY,
  played,
  REFERENCE,
  recorded,
  STORY,
  type Step,
  step,
  storyTo,
} from '../../support/playedSession.ts';
import { vitals } from '../../support/referenceSession.ts';
import { at } from '../../support/times.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function linesOf(steps: readonly Step[]) {
  return timeline(played(steps), recorded(steps)).map((line) => ({ ...line, text: plain(line.text) }));
}

/** The line of the last of these facts. */
function lastLine(steps: readonly Step[]) {
  const id = `${steps.length}`;
  const line = linesOf(steps).find((each) => each.id === id);
  if (!line) throw new Error('no line');
  return line;
}

/** The line of a fact that comes after the story up to another one. */
const lineAfter = (type: SessionEvent['type'], ...more: readonly Step[]) =>
  lastLine([...storyTo(type), ...more]);
const textAfter = (type: SessionEvent['type'], ...more: readonly Step[]) => lineAfter(type, ...more).text;

/** What the checklist of the demo library asks. */
const ITEMS = (REFERENCE.rules.protocol.checklist ?? []).map(({ text }) => text);

const LABEL_PRINTED = { label: 'KT-0412', size: 'bag', printing: 2, reason: null, to: 'pdf' } as const;

describe('the timeline of a session', () => {
  it('says every fact of a whole session in the words of the clinic', () => {
    expect(linesOf(STORY).map(({ mark, text }) => `${mark}: ${text}`)).toEqual([
      'plan: Plan written',
      'plan: Order authorised',
      'entry: First entry made',
      'entry: Two entries agree',
      'preparation: Vial taken, lot L-1',
      'preparation: Drawn up 5 mL',
      'preparation: Final volume 50 mL',
      'preparation: Preparation KT-0412 witnessed',
      ...ITEMS.map((item) => `care: Asked: ${item}`),
      'preparation: Label 0412 checked',
      'vitals: Baseline vitals',
      'preparation: Pump P-07 read back, agrees',
      'preparation: Ready to start',
      'start: Start, pump P-07',
      'rate: Rate 54 → 40.5 (nausea)',
      'pause: Pause (toilet)',
      'care: Reason for the pause: toilet',
      'start: Resume',
      'end: Complete, pump 36 mL',
      'end: Pump read: 36 mL',
      'care: Recovery',
      'vitals: Recovery vitals',
      ...Array.from({ length: 8 }, () => 'care: Recovery criterion recorded'),
      'care: Escort recorded',
      'end: Discharged with escort',
      'record: Wasted 150 mg from the vial',
      'record: Wasted 14 mg from the syringe',
      'record: Signed',
      'record: Countersigned',
    ]);
  });

  it('marks changes of state, and what belongs into the summary', () => {
    const lines = linesOf(STORY);
    const texts = (chosen: (line: (typeof lines)[number]) => boolean) =>
      lines.filter(chosen).map(({ text }) => text);
    expect(texts(({ strong }) => strong)).toEqual([
      'Preparation KT-0412 witnessed',
      'Ready to start',
      'Start, pump P-07',
      'Rate 54 → 40.5 (nausea)',
      'Pause (toilet)',
      'Resume',
      'Complete, pump 36 mL',
      'Discharged with escort',
    ]);
    expect(texts(({ clinical }) => clinical)).toEqual([
      'Baseline vitals',
      'Start, pump P-07',
      'Rate 54 → 40.5 (nausea)',
      'Pause (toilet)',
      'Resume',
      'Complete, pump 36 mL',
      'Recovery vitals',
      'Discharged with escort',
    ]);
    const rates = lines.flatMap(({ text, rate }) => (rate === null ? [] : [`${text}: ${rate}`]));
    expect(rates).toEqual([
      'Start, pump P-07: 54 mL/h',
      'Rate 54 → 40.5 (nausea): 40.5 mL/h',
      'Pause (toilet): 0 mL/h',
      'Resume: 40.5 mL/h',
      'Complete, pump 36 mL: 0 mL/h',
    ]);
    expect(lines.filter((line) => line.vitals !== null).map(({ done }) => done.at)).toEqual([
      at('09:50:00'),
      at('11:25:00'),
    ]);
  });

  it('has beside each line from the start on what was given by then', () => {
    const given = linesOf(STORY).map(({ text, given, givenPerKg }) => [text, given, givenPerKg]);
    const ready = given.findIndex(([text]) => text === 'Ready to start');
    expect(given.slice(ready, ready + 7)).toEqual([
      ['Ready to start', null, null],
      ['Start, pump P-07', '0 mL', '0 mg/kg'],
      ['Rate 54 → 40.5 (nausea)', '10.8 mL', '0.15 mg/kg'],
      ['Pause (toilet)', '16.2 mL', '0.225 mg/kg'],
      ['Reason for the pause: toilet', '16.2 mL', '0.225 mg/kg'],
      ['Resume', '16.2 mL', '0.225 mg/kg'],
      ['Complete, pump 36 mL', '36 mL', '0.5 mg/kg'],
    ]);
    const unprepared = storyTo('RateChanged').filter(({ event }) => event.type !== 'PreparationWitnessed');
    expect(lastLine(unprepared).given).toBeNull();
  });

  it('stands in order of effective time, ties in the order of the log', () => {
    const late = step('EffectRecorded', { effect: 'calm', severity: 1 }, '10:30:00', 'lim', {
      said: '10:13:00',
    });
    const same = step('EffectRecorded', { effect: 'none', severity: 0 }, '10:31:00', 'lim', {
      said: '10:12:00',
    });
    const steps = [...storyTo('PauseReasonGiven'), late, same];
    expect(
      linesOf(steps)
        .slice(-5)
        .map(({ text }) => text),
    ).toEqual([
      'Rate 54 → 40.5 (nausea)',
      'None observed',
      'Calm, well',
      'Pause (toilet)',
      'Reason for the pause: toilet',
    ]);
    const line = lineAfter('PauseReasonGiven', { ...late, witness: 'osei' });
    expect(line.done).toEqual({
      by: 'lim',
      witness: 'osei',
      happenedAt: at('10:13:00'),
      recordedAt: at('10:30:00'),
      at: at('10:13:00'),
    });
  });
});

describe('vital signs are called', () => {
  const record = (time: string) => step('VitalsRecorded', vitals(120, 80, 80, 98), time, 'lim');

  it('by when they were taken', () => {
    expect(textAfter('InfusionStarted', record('10:05:00'))).toBe('Vitals');
    expect(textAfter('InfusionStarted', record('10:00:00'))).toBe('Vitals');
    expect(textAfter('InfusionPaused', record('10:20:00'))).toBe('Vitals during pause');
    expect(textAfter('InfusionPaused', record('10:22:00'))).toBe('Vitals during pause');
    expect(textAfter('InfusionResumed', record('10:25:00'))).toBe('Vitals during pause');
    expect(textAfter('InfusionResumed', record('10:25:01'))).toBe('Vitals');
    expect(textAfter('RecoveryStarted', record('10:54:20'))).toBe('Vitals, end of infusion');
    expect(textAfter('RecoveryStarted', record('10:56:19'))).toBe('Vitals, end of infusion');
    expect(textAfter('RecoveryStarted', record('10:56:20'))).toBe('Recovery vitals');
  });
});

describe('an effect is called', () => {
  it('by its word and its severity, on its own scale', () => {
    const effect = (
      name: 'nausea' | 'dissociation' | 'none' | 'calm' | 'bloodPressureUp',
      severity: number,
    ) => textAfter('InfusionStarted', step('EffectRecorded', { effect: name, severity }, '10:05:00', 'lim'));
    expect([effect('nausea', 2), effect('dissociation', 2)]).toEqual([
      'Nausea 2 (moderate)',
      'Dissociation 2 (clear but conversing)',
    ]);
    expect([effect('none', 0), effect('calm', 1), effect('bloodPressureUp', 3)]).toEqual([
      'None observed',
      'Calm, well',
      'BP up 3 (severe)',
    ]);
    const ended = step('EffectEnded', { effect: 'nausea' }, '10:06:00', 'lim');
    expect(lineAfter('InfusionStarted', ended)).toMatchObject({
      mark: 'effect',
      text: 'Nausea ended',
      clinical: true,
    });
    expect([severityWord('nausea', 0), severityWord('nausea', 7), severityWord('dissociation', 4)]).toEqual([
      'none',
      '7',
      'unreachable or distressed',
    ]);
  });
});

describe('a line says', () => {
  it.each<[string, SessionEvent['type'], Step]>([
    [
      'Why this entry is late: downtime form',
      'InfusionStarted',
      step('LateEntryReasonGiven', { reason: 'downtime form' }, '10:05:00', 'lim'),
    ],
    ['Pause', 'InfusionStarted', step('InfusionPaused', { reason: null }, '10:05:00', 'lim')],
    [
      'Program was not running; the pump was not affected',
      'InfusionStarted',
      step('InterruptionFound', { from: 0, to: 1 }, '10:05:00', 'lim'),
    ],
    [
      'Pump running, shows 3.6 mL',
      'InfusionStarted',
      step('InterruptionAnswered', { pumpState: 'running', pumpVolume: '3.6 mL' }, '10:05:00', 'lim'),
    ],
    [
      'Stop (distress)',
      'InfusionStarted',
      step('InfusionStopped', { reason: 'distress' }, '10:05:00', 'lim'),
    ],
    ['Stop', 'InfusionStarted', step('InfusionStopped', { reason: null }, '10:05:00', 'lim')],
    ['Complete', 'InfusionStarted', step('InfusionCompleted', {}, '10:05:00', 'lim')],
    [
      'Discharged',
      'RecoveryStarted',
      step('PatientDischarged', { unmet: [], override: null, handedOver: [] }, '11:30:00', 'lim'),
    ],
    [
      'Discharged with escort, prescriber’s decision',
      'EscortRecorded',
      step(
        'PatientDischarged',
        { unmet: ['drank'], override: { prescriber: 'patel', reason: 'x' }, handedOver: [] },
        '11:31:00',
        'lim',
      ),
    ],
    [
      'Witness entry did not agree',
      'DiluentAdded',
      step('PreparationWitnessDisagreed', { fields: ['finalVolume'] }, '09:44:00', 'lim'),
    ],
    [
      'Pump read-back did not agree',
      'VitalsRecorded',
      step(
        'PumpReadBackDisagreed',
        { pump: 'P', programmedBy: 'lim', rate: '5 mL/h', volumeLimit: '36 mL', fields: ['rate'] },
        '09:52:00',
        'lim',
      ),
    ],
    [
      'Pump read by the person who programmed it too',
      'VitalsRecorded',
      step(
        'PumpReadByProgrammer',
        { programmedBy: 'lim', rate: '54 mL/h', volumeLimit: '36 mL' },
        '09:52:00',
        'lim',
      ),
    ],
    ['Plan opened', 'SessionPlanned', step('PlanOpened', {}, '09:14:30', 'osei')],
    [
      'Authorisation void: a limit is passed',
      'FirstEntryMade',
      step('AuthorisationVoided', { breaches: [] }, '09:26:00', 'osei'),
    ],
    [
      'Order opened again by a prescriber: authorisation and double check void',
      'EntriesMatched',
      step('OrderReopened', {}, '09:30:00', 'patel'),
    ],
    ['First entry expired', 'FirstEntryMade', step('FirstEntryExpired', {}, '09:55:00', 'osei')],
    [
      'Entries did not agree',
      'FirstEntryMade',
      step(
        'EntriesDiffered',
        { ...ENTRY, verdict: { against: 'order', fields: ['over'] } },
        '09:26:00',
        'osei',
      ),
    ],
    ['Second attempt started', 'FirstEntryMade', step('SecondAttemptStarted', {}, '09:27:00', 'lim')],
    ['Plan on hold', 'FirstEntryMade', step('PlanHeld', {}, '09:27:00', 'lim')],
    [
      'Hold released',
      'FirstEntryMade',
      step('HoldReleased', { reason: 'x', wrongSource: 'first' }, '09:40:00', 'quinn'),
    ],
    [
      'Reason for the stop recorded',
      'RecoveryStarted',
      step('StopReasonGiven', { reason: 'x' }, '11:00:00', 'lim'),
    ],
    [
      'Discrepancy recorded',
      'PatientDischarged',
      step('DiscrepancyRecorded', { unaccounted: '1 mg', text: 'x' }, '11:45:00', 'lim'),
    ],
    [
      'Cancelled: went home',
      'PlanAuthorised',
      step('SessionCancelled', { reason: 'went home' }, '09:20:00', 'lim'),
    ],
    [
      'Printed',
      'PlanAuthorised',
      step(
        'DocumentPrinted',
        { document: 'orderSheet', paper: 'A4', recordVersion: 1, code: 'A', copy: 1, to: 'pdf' },
        '09:16:00',
        'patel',
      ),
    ],
    [
      'Label KT-0412 printed',
      'PreparationWitnessed',
      step('LabelPrinted', { ...LABEL_PRINTED, printing: 1 }, '09:46:00', 'lim'),
    ],
    [
      'Label KT-0412 printed, REPRINT 2',
      'PreparationWitnessed',
      step('LabelPrinted', { ...LABEL_PRINTED, reason: 'torn' }, '09:46:00', 'lim'),
    ],
    [
      'Label KT-0412 copied by hand',
      'PreparationWitnessed',
      step('LabelPrinted', { ...LABEL_PRINTED, printing: 1, to: 'hand' }, '09:46:00', 'lim'),
    ],
  ])('“%s”', (text, type, fact) => {
    expect(textAfter(type, fact)).toBe(text);
  });

  it('why a double check is void', () => {
    const voided = (because: 'weight' | 'identity' | 'lapsed') =>
      textAfter('EntriesMatched', step('MatchVoided', { because, breaches: [] }, '09:40:00', 'lim'));
    expect([voided('weight'), voided('identity'), voided('lapsed')]).toEqual([
      'Double check void: the weight changed',
      'Double check void: the patient’s identity changed',
      'Double check void: it is more than 4 h old',
    ]);
  });

  it('what was tried and refused, and what was typed at the pump', () => {
    const tried = (
      refusal: Extract<SessionEvent, { type: 'TryRefused' }>['data']['refusal'],
      typed: '180 mL/h' | null,
    ) => {
      const { mark, text, detail } = lineAfter(
        'InfusionStarted',
        step('TryRefused', { refusal, typed }, '10:05:00', 'lim'),
      );
      return [mark, text, detail && plain(detail)];
    };
    const breach = {
      value: 'rate',
      strength: 'hard',
      side: 'above',
      actual: '2.5 mg/kg/h',
      limit: '2 mg/kg/h',
      source: 'EXAMPLE',
    } as const;
    expect(tried({ kind: 'hardLimits', breaches: [breach] }, null)).toEqual([
      'plan',
      'Order refused: beyond a hard limit',
      null,
    ]);
    expect(tried({ kind: 'rateOutsideHardLimit', breach }, '180 mL/h')).toEqual([
      'rate',
      'Rate refused: beyond a hard limit',
      'typed 180 mL/h',
    ]);
    expect(tried({ kind: 'readBackDiffers', fields: ['rate'] }, '180 mL/h')).toEqual([
      'rate',
      'Pump read-back did not agree',
      'typed 180 mL/h',
    ]);
  });

  it('that it does not know a fact, and its name', () => {
    const unknown = { type: 'MoonRose', version: 1, data: {} } as unknown as SessionEvent;
    const strange: Step = { event: unknown, at: '10:05:00', by: 'lim', witness: null, said: '10:05:00' };
    expect(lineAfter('InfusionStarted', strange)).toMatchObject({
      mark: 'unknown',
      text: 'Unknown entry: MoonRose',
    });
  });

  it('why the rate was changed: the note first', () => {
    const changed = step(
      'RateChanged',
      { from: '54 mL/h', to: '27 mL/h', reason: 'other', note: 'cold arm', orderedBy: null },
      '10:12:00',
      'lim',
    );
    expect(textAfter('InfusionStarted', changed)).toBe('Rate 54 → 27 (cold arm)');
  });

  it('the start without a pump that was read back', () => {
    const unread = storyTo('InfusionStarted').filter(({ event }) => event.type !== 'PumpReadBackAgreed');
    expect(lastLine(unread).text).toBe('Start');
  });

  it('why pump and record differ, and belongs into the summary only after a stop', () => {
    const reading = step(
      'FinalPumpReadingTaken',
      {
        pumpVolume: '10 mL',
        calculatedVolume: '9 mL',
        linePrimedWith: 'diluent',
        lineFlushed: true,
        differenceReason: 'air in line',
      },
      '10:30:00',
      'lim',
    );
    const stop = step('InfusionStopped', { reason: null }, '10:10:00', 'lim');
    expect(lineAfter('InfusionStarted', stop, reading)).toMatchObject({
      detail: 'air in line',
      clinical: true,
    });
    expect(lineAfter('InfusionCompleted', reading)).toMatchObject({ detail: 'air in line', clinical: false });
  });
});

describe('how the clocks went', () => {
  /** The log of a session whose wall clock shows another time from one fact on. */
  function detailsWith(steps: readonly Step[], from: number, moved: number) {
    const log = recorded(steps).map((event, index) =>
      index < from
        ? event
        : { ...event, happenedAt: event.happenedAt + moved, recordedAt: event.recordedAt + moved },
    );
    return timeline(played(steps), log).map(({ detail }) => detail && plain(detail));
  }

  it('is said on the next clinical line from the start to the discharge, and not before or after', () => {
    const steps = [...STORY];
    const start = steps.findIndex(({ event }) => event.type === 'InfusionStarted');
    const discharge = steps.findIndex(({ event }) => event.type === 'PatientDischarged');
    const said = (from: number, moved = -3_600_000) =>
      detailsWith(steps, from, moved).filter((text) => text !== null);
    expect(said(start)).toEqual([]);
    expect(said(start + 1)).toEqual(['computer clock moved back by 1 h 00 min, totals not affected']);
    expect(said(start + 1, 120_000)).toEqual(['computer clock moved forward by 2 min, totals not affected']);
    expect(said(discharge)).toEqual(['computer clock moved back by 1 h 00 min, totals not affected']);
    expect(said(discharge + 1)).toEqual([]);
    // The reason of a pause is no clinical line: the next one says it.
    const details = detailsWith(steps, start + 3, -3_600_000);
    expect([details[start + 3], details[start + 4]]).toEqual([
      null,
      'computer clock moved back by 1 h 00 min, totals not affected',
    ]);
  });

  it('is said after what the line itself says', () => {
    const stop = step('InfusionStopped', { reason: null }, '10:10:00', 'lim');
    const reading = {
      pumpVolume: '10 mL',
      calculatedVolume: '9 mL',
      linePrimedWith: 'diluent',
      lineFlushed: true,
      differenceReason: 'air in line',
    } as const;
    const steps = [
      ...storyTo('InfusionStarted'),
      stop,
      step('FinalPumpReadingTaken', reading, '10:30:00', 'lim'),
    ];
    expect(detailsWith(steps, steps.length - 1, 120_000).at(-1)).toBe(
      'air in line; computer clock moved forward by 2 min, totals not affected',
    );
  });
});
