import { Button } from '../../src/renderer/components/Button.tsx';
import type { ChairBody, ChairCardProps } from '../../src/renderer/components/ChairCard.tsx';
import { Quantity } from '../../src/renderer/components/Quantity.tsx';
import { StateChip } from '../../src/renderer/components/StateChip.tsx';
import { nothing } from './story.ts';

/** The chairs of mockup 02, and the states it does not show. */

const FRESH = { pressure: '128/76', heartRate: '82', spo2: '97', age: '4 min', stale: false };

function act(label: string, key: string, variant: 'primary' | 'quiet' = 'quiet') {
  return (
    <Button size="act" variant={variant} shortcut={key} onPress={nothing}>
      {label}
    </Button>
  );
}

const CARE = [act('Vitals', 'V'), act('Effect', 'E'), act('Pause', 'P')];

function given(volume: `${string} mL`, of: string) {
  return (
    <>
      <b>
        <Quantity value={volume} approximate />
      </b>{' '}
      of {of}
    </>
  );
}

const INFUSION: Extract<ChairBody, { kind: 'infusion' }> = {
  kind: 'infusion',
  rate: '40.5 mL/h',
  doseRate: '0.5625 mg/kg/h',
  side: { label: 'Ends', value: '10:54:20', note: '29 min left' },
  given: given('16.2 mL', '36 mL'),
  givenPerKg: '0.225 of 0.5 mg/kg',
  bar: { percent: 45, label: 'Given about 16.2 of 36 mL' },
  vitals: { last: FRESH, due: { level: 'upcoming', text: 'due in 6 min' } },
};

export const RUNNING: ChairCardProps = {
  chair: 1,
  name: 'BAKER, Jonah',
  line: 'ketamine 1 mg per mL',
  chip: <StateChip state="RUNNING" />,
  body: INFUSION,
  actions: CARE,
  onOpen: nothing,
};

export const COUNTED: ChairCardProps = {
  ...RUNNING,
  chair: 5,
  line: 'ketamine 50 mg per mL',
  body: {
    kind: 'doses',
    label: 'Sprays',
    each: '10 mg',
    count: '2',
    of: 'of 3',
    side: { label: 'Next spray', value: '10:10:00', note: 'in 4 min 10 s' },
    given: '20 mg of 30 mg',
    givenPerKg: '0.2778 mg/kg',
    bar: { percent: 66.7, label: 'Given, 20 mg of 30 mg' },
    vitals: { last: FRESH, due: { level: 'upcoming', text: 'due in 6 min' } },
  },
  actions: [act('Vitals', 'V'), act('Spray', 'D'), act('Pause', 'P')],
};

export const OVERDUE: ChairCardProps = {
  ...RUNNING,
  chair: 2,
  name: 'OKAFOR, Ada',
  overdue: true,
  body: {
    ...INFUSION,
    rate: '54 mL/h',
    doseRate: '0.75 mg/kg/h',
    side: { label: 'Ends', value: '10:40:00', note: '15 min left' },
    given: given('22.5 mL', '36 mL'),
    givenPerKg: '0.3125 of 0.5 mg/kg',
    bar: { percent: 62.5, label: 'Given about 22.5 of 36 mL' },
    vitals: {
      last: { pressure: '141/88', heartRate: '91', spo2: '98', age: '15 min', stale: true },
      due: { level: 'overdue', text: 'OVERDUE 5 min' },
    },
  },
  actions: [act('Vitals', 'V', 'primary'), act('Effect', 'E'), act('Pause', 'P')],
};

export const RECOVERY: ChairCardProps = {
  chair: 3,
  name: 'DIAZ, Marta',
  line: '36.3 mg given · ended 10:03',
  chip: <StateChip state="RECOVERY" />,
  body: {
    kind: 'recovery',
    observed: '22',
    of: 'of 30 min',
    side: { label: 'Until', value: '10:33', note: '8 min to go' },
    toFinish: 3,
    toFinishNote: 'steady gait · escort · 8 min',
    bar: { percent: 73.3, tone: 'plain', label: 'Observed 22 of 30 min' },
    vitals: {
      last: { pressure: '122/74', heartRate: '71', spo2: '98', age: '3 min', stale: false },
      due: { level: 'upcoming', text: 'due in 12 min' },
    },
  },
  actions: [act('Vitals', 'V'), act('Effect', 'E'), act('Discharge', 'D')],
  onOpen: nothing,
};

export const PAUSED: ChairCardProps = {
  ...RUNNING,
  chair: 4,
  name: 'HOLT, Ruth',
  line: 'ketamine 1 mg per mL · 1 effect open',
  chip: <StateChip state="PAUSED" />,
  body: {
    ...INFUSION,
    side: { label: 'Paused', value: '3 min', note: 'since 10:20:00' },
    bar: { percent: 45, tone: 'paused', label: 'Given about 16.2 of 36 mL' },
    vitals: { last: FRESH, due: { level: 'due', text: 'VITALS DUE' } },
  },
  actions: [act('Vitals', 'V', 'primary'), act('Effect', 'E'), act('Resume', 'P')],
};

export const SECOND_ENTRY: ChairCardProps = {
  chair: 5,
  name: 'ROSSI, Luca',
  line: 'plan closed until checked',
  chip: <StateChip state="ENTERED_A" />,
  body: {
    kind: 'words',
    title: 'Second entry is waiting',
    lines: ['First entry R. Lim 10:19. About 60 s.', 'J. Osei or Dr Patel can make it. Expires 10:49.'],
  },
  actions: [
    <Button key="second" size="act" icon="blind" onPress={nothing}>
      Make the second entry — Chair 5
    </Button>,
  ],
};

export const EMPTY: ChairCardProps = {
  chair: 6,
  name: null,
  line: 'ready since 09:40',
  body: {
    kind: 'words',
    label: 'Next',
    title: '10:30 NGUYEN, Thi',
    lines: ['Arrive by 09:30 · not arrived', 'Session 1 of 3 · consent signed 12-Nov-2025'],
  },
  actions: [
    <Button key="open" size="act" icon="note" onPress={nothing}>
      Open plan
    </Button>,
  ],
};

function inWords(state: 'AUTHORISED' | 'MISMATCH' | 'HELD' | 'PREPARED', title: string, line: string) {
  return {
    ...SECOND_ENTRY,
    chip: <StateChip state={state} />,
    body: { kind: 'words' as const, title, lines: [line] },
    actions: [],
  };
}

export const FIRST_ENTRY = inWords(
  'AUTHORISED',
  'First entry is waiting',
  'Order sheet copies 1 and 2 printed.',
);
export const MISMATCH = inWords(
  'MISMATCH',
  'The two entries do not agree',
  'Both read the source again. Attempt 1 of 2.',
);
export const HELD = inWords(
  'HELD',
  'This plan is on hold',
  'Two attempts did not agree. A prescriber must review it.',
);
export const PREPARING = inWords('PREPARED', 'Before the start', '11 of 14 answered. Baseline 4 min old.');

export const INTERRUPTED: ChairCardProps = {
  ...RUNNING,
  body: {
    kind: 'words',
    title: 'Type what the pump shows now',
    lines: [
      'App was closed 10:17:32–10:19:10 (1 min 38 s). The pump was not affected.',
      <>
        Given <Quantity value="17.25 mL" approximate />, calculated and not confirmed.
      </>,
    ],
  },
  actions: [act('Answer', 'A', 'primary'), act('Vitals', 'V'), act('Pause', 'P')],
};

export const UNREADABLE: ChairCardProps = {
  ...RUNNING,
  chip: undefined,
  line: '',
  body: {
    kind: 'words',
    title: 'Chair 1 cannot be read — use the downtime form',
    lines: ['Last known 40.5 mL/h at 10:10.'],
  },
  actions: [],
};
