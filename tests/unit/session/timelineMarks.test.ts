import { describe, expect, it } from 'vitest';
import { LABEL_SIZES, type SessionEvent } from '../../../src/core/session/events.ts';
import { saidOfDose } from '../../../src/core/session/saidOfDose.ts';
import { type TimelineLine, timeline } from '../../../src/core/session/timeline.ts';
import { CHANGED } from '../../support/containerStory.ts';
import { COUNTED_STORY, countedAfter, spray } from '../../support/countedStory.ts';
import { played, recorded, type Step, step, storyTo } from '../../support/playedSession.ts';
import { vitals } from '../../support/referenceSession.ts';
import { at } from '../../support/times.ts';

/** The line of the last of these facts. */
function lineAfter(type: SessionEvent['type'], ...more: readonly Step[]): TimelineLine {
  const steps = [...storyTo(type), ...more];
  const line = timeline(played(steps), recorded(steps)).find(({ id }) => id === `${steps.length}`);
  if (!line) throw new Error('no line');
  return line;
}

const READING = { pump: 'P', programmedBy: 'lim', rate: '5 mL/h', volumeLimit: '36 mL' } as const;
const round = (time: string) => step('VitalsRecorded', vitals(120, 80, 80, 98), time, 'lim');

describe('a line of the timeline is marked by what it is', () => {
  it.each<[SessionEvent['type'], Step, Partial<TimelineLine>]>([
    [
      'InfusionStarted',
      step('InterruptionFound', { from: 0, to: 1 }, '10:05:00', 'lim'),
      { mark: 'unknown', clinical: true, strong: false },
    ],
    [
      'InfusionStarted',
      step('InterruptionAnswered', { pumpState: 'running', pumpVolume: '3.6 mL' }, '10:05:00', 'lim'),
      { mark: 'care', clinical: true, strong: false },
    ],
    [
      'InfusionStarted',
      step('InfusionStopped', { reason: null }, '10:05:00', 'lim'),
      { mark: 'end', clinical: true, strong: true, rate: '0 mL/h' },
    ],
    [
      'InfusionStarted',
      step('LateEntryReasonGiven', { reason: 'x' }, '10:05:00', 'lim'),
      { mark: 'care', clinical: true, strong: false },
    ],
    [
      'InfusionStarted',
      step('EffectRecorded', { effect: 'nausea', severity: 2 }, '10:05:00', 'lim'),
      { mark: 'effect', clinical: true, effect: { effect: 'nausea', severity: 2 } },
    ],
    [
      'DiluentAdded',
      step('PreparationWitnessDisagreed', { fields: ['finalVolume'] }, '09:44:00', 'lim'),
      { mark: 'preparation', clinical: false },
    ],
    [
      'EntriesMatched',
      step('MatchVoided', { because: 'weight', breaches: [] }, '09:40:00', 'lim'),
      { mark: 'entry', strong: true },
    ],
    [
      'VitalsRecorded',
      step('PumpReadBackDisagreed', { ...READING, fields: ['rate'] }, '09:52:00', 'lim'),
      { mark: 'preparation', strong: false },
    ],
    [
      'VitalsRecorded',
      step(
        'PumpReadByProgrammer',
        { programmedBy: 'lim', rate: '54 mL/h', volumeLimit: '36 mL' },
        '09:52:00',
        'lim',
      ),
      { mark: 'preparation', strong: false },
    ],
    [
      'PlanAuthorised',
      step('SessionCancelled', { reason: 'went home' }, '09:20:00', 'lim'),
      { mark: 'record', strong: true },
    ],
    [
      'VialTaken',
      step('VialScanned', { code: '0102000000102054' }, '09:34:00', 'lim'),
      { mark: 'preparation', text: 'Product, lot and expiry agree with the scan of the vial' },
    ],
    [
      'SessionReady',
      step('InfusionStarted', { rate: '54 mL/h', volumeToGive: '36 mL' }, '10:00:00', 'lim'),
      { mark: 'start', clinical: true, strong: true, rate: '54 mL/h' },
    ],
    [
      'InfusionStarted',
      step('NextWitnessDisagreed', { fields: ['finalVolume'], container: 2 }, '10:34:00', 'lim'),
      { mark: 'preparation', strong: false },
    ],
    [
      'InfusionStarted',
      step(
        'NextPreparationWitnessed',
        {
          label: 'KT-B412',
          useBy: at('22:33:00'),
          concentration: '1 mg/mL',
          volumeDrawn: '5 mL',
          finalVolume: '50 mL',
          container: 2,
        },
        '10:35:00',
        'lim',
      ),
      { mark: 'preparation', strong: true, text: 'Preparation KT-B412 witnessed' },
    ],
    [
      'InfusionStarted',
      step('NextPreparationDiscarded', { container: 2, reason: 'spilt' }, '10:34:00', 'lim'),
      { mark: 'preparation', clinical: true, detail: 'spilt' },
    ],
    [
      'PreparationWitnessed',
      step(
        'LabelPrinted',
        { label: 'KT-0412', size: LABEL_SIZES[0], printing: 1, reason: null, to: 'pdf' },
        '09:46:00',
        'lim',
      ),
      { mark: 'preparation', text: 'Label KT-0412 printed' },
    ],
    [
      'InfusionStarted',
      CHANGED,
      { mark: 'preparation', clinical: true, strong: true, text: 'Syringe 2 connected, KT-B412' },
    ],
  ])('after %s: %o', (type, fact, marked) => {
    expect(lineAfter(type, fact)).toMatchObject(marked);
  });

  it('and what nobody put right stands as it is', () => {
    const line = lineAfter(
      'InfusionStarted',
      step('LateEntryReasonGiven', { reason: 'x' }, '10:05:00', 'lim'),
    );
    expect(line).toMatchObject({ superseded: false, correctable: null, correction: null });
  });
});

it.each<[Step, Partial<TimelineLine>]>([
  [
    step('DosesStarted', { identifiedBy: 'dateOfBirth' }, '10:00:00', 'lim'),
    { mark: 'start', strong: true, clinical: true },
  ],
  [
    step('DosesResumed', { allowedBy: null }, '10:03:00', 'lim'),
    { mark: 'start', strong: true, clinical: true },
  ],
  [step('DosesConfirmed', {}, '10:03:00', 'lim'), { mark: 'care', strong: false, clinical: true }],
  [
    step('TryRefused', { refusal: { kind: 'identityDiffers' }, typed: null }, '09:59:00', 'lim'),
    { mark: 'start', strong: false },
  ],
])('a line of counted doses is marked by what it is: %o', (fact, marked) => {
  const steps = [...COUNTED_STORY.slice(0, -5), fact];
  const line = timeline(played(steps), recorded(steps)).find(({ id }) => id === `${steps.length}`);
  expect(line).toMatchObject(marked);
});

it.each<[SessionEvent['type'], boolean]>([
  ['VialTaken', false],
  ['DrugDrawn', false],
  ['DiluentAdded', false],
  ['PreparationWitnessed', true],
  ['LabelChecked', false],
  ['PumpReadBackAgreed', false],
  ['SessionReady', true],
])('%s is marked as a step of the preparation', (type, strong) => {
  expect(lineAfter(type)).toMatchObject({ mark: 'preparation', strong });
});

it('a counted dose is marked as care that was given', () => {
  const session = countedAfter('DosesStarted', spray(1, '10:00:00'));
  const [dose] = session.doses;
  expect(dose && saidOfDose(session, dose)).toMatchObject({ mark: 'care', strong: true, clinical: true });
});

describe('the words of a line go by its own moment', () => {
  it('a pause by its own reason, and one without by none', () => {
    const again = step('InfusionPaused', { reason: null }, '10:30:00', 'lim');
    const other = step('InfusionPaused', { reason: 'line' }, '10:30:00', 'lim');
    expect(lineAfter('InfusionResumed', again).text).toBe('Pause');
    expect(lineAfter('InfusionResumed', other).text).toBe('Pause (line)');
  });

  it('vital signs before the first pause and before the end by neither', () => {
    const before = step('VitalsRecorded', vitals(120, 80, 80, 98), '10:22:00', 'lim', { said: '10:19:00' });
    expect(lineAfter('InfusionPaused', before).text).toBe('Vitals');
    const late = step('VitalsRecorded', vitals(120, 80, 80, 98), '11:00:00', 'lim', { said: '10:40:00' });
    expect(lineAfter('RecoveryStarted', late).text).toBe('Vitals');
    expect(lineAfter('RecoveryStarted', round('10:54:20')).text).toBe('Vitals, end of infusion');
  });

  it('what was given is nothing before a start, and nothing where nothing was prepared', () => {
    expect(lineAfter('SessionReady')).toMatchObject({ given: null, givenPerKg: null });
    const bare = storyTo('InfusionStarted').filter(({ event }) => event.type !== 'PreparationWitnessed');
    const [last] = timeline(played(bare), recorded(bare)).slice(-1);
    expect(last).toMatchObject({ given: null, givenPerKg: null, rate: '54 mL/h' });
  });

  it('a clock is noted with the observation that was made under it', () => {
    const steps = [...storyTo('InfusionStarted'), round('10:05:00')];
    const log = recorded(steps).map((event, index) =>
      index < steps.length - 1
        ? event
        : { ...event, happenedAt: event.happenedAt - 61_000, recordedAt: event.recordedAt - 61_000 },
    );
    const [line] = timeline(played(steps), log).slice(-1);
    expect(line?.detail?.replaceAll('\u00a0', ' ')).toBe(
      'computer clock moved back by 1 min 1 s, totals not affected',
    );
    expect(line?.done.at).toBe(at('10:05:00'));
  });
});
