import { describe, expect, it } from 'vitest';
import type { DoseOverTimeProtocol } from '../../../src/core/library/library.ts';
import { workedLimits } from '../../../src/core/library/workedLimits.ts';
import { EVERY_FIELD } from '../../fixtures/libraries/everyField.ts';
import { INTRANASAL, MOOD_40, PAIN_DAYS, PAIN_HOURS } from '../../fixtures/libraries/everyMode.ts';

const full = EVERY_FIELD.protocols[0] as DoseOverTimeProtocol;

function lines(protocol: Parameters<typeof workedLimits>[0]): readonly string[] {
  return workedLimits(protocol).map(
    ({ band, end, value, patients }) =>
      `${band} ${end} ${value}: ${patients
        .map(({ weight, dose, rate, passes }) =>
          [weight, dose, rate, passes && `${passes.strength} ${passes.side} ${passes.limit}`]
            .filter((part) => part !== null)
            .join(' '),
        )
        .join('; ')}`,
  );
}

describe('limits worked out for three people', () => {
  it('give the dose, the rate over the usual time, and the limit on the total that is passed', () => {
    // 0.75 mg/kg × 120 kg = 90 mg; 90 mL of 1 mg per mL over 40 min = 135 mL/h; the total warns above 75 mg.
    expect(lines(MOOD_40)).toEqual([
      'dose hardMinimum 0.1 mg/kg: 50 kg 5 mg 7.5 mL/h; 72 kg 7.2 mg 10.8 mL/h; 120 kg 12 mg 18 mL/h',
      'dose softMinimum 0.25 mg/kg: 50 kg 12.5 mg 18.75 mL/h; 72 kg 18 mg 27 mL/h; 120 kg 30 mg 45 mL/h',
      'dose usual 0.5 mg/kg: 50 kg 25 mg 37.5 mL/h; 72 kg 36 mg 54 mL/h; 120 kg 60 mg 90 mL/h',
      'dose softMaximum 0.75 mg/kg: 50 kg 37.5 mg 56.25 mL/h; 72 kg 54 mg 81 mL/h; 120 kg 90 mg 135 mL/h soft above 75 mg',
      'dose hardMaximum 1 mg/kg: 50 kg 50 mg 75 mL/h; 72 kg 72 mg 108 mL/h; 120 kg 120 mg 180 mL/h hard above 100 mg',
      'rate hardMinimum 0.1 mg/kg/h: 50 kg 5 mL/h; 72 kg 7.2 mL/h; 120 kg 12 mL/h',
      'rate softMinimum 0.25 mg/kg/h: 50 kg 12.5 mL/h; 72 kg 18 mL/h; 120 kg 30 mL/h',
      'rate softMaximum 1.2 mg/kg/h: 50 kg 60 mL/h; 72 kg 86.4 mL/h; 120 kg 144 mL/h',
      'rate hardMaximum 2 mg/kg/h: 50 kg 100 mL/h; 72 kg 144 mL/h; 120 kg 240 mL/h',
    ]);
  });

  it('give the amount alone of a loading dose and a bolus', () => {
    const others = lines(full).filter((line) => !/^(?:dose|rate) /.test(line));
    expect(others).toEqual([
      'loading usual 0.1 mg/kg: 50 kg 5 mg; 72 kg 7.2 mg; 120 kg 12 mg',
      'loading hardMaximum 0.3 mg/kg: 50 kg 15 mg; 72 kg 21.6 mg; 120 kg 36 mg',
      'bolus usual 0.1 mg/kg: 50 kg 5 mg; 72 kg 7.2 mg; 120 kg 12 mg',
      'bolus hardMaximum 0.2 mg/kg: 50 kg 10 mg; 72 kg 14.4 mg; 120 kg 24 mg',
    ]);
  });

  it('give a rate per kilogram in millilitres', () => {
    // 0.35 mg/kg/h × 72 kg ÷ 2 mg per mL = 12.6 mL/h
    expect(lines(PAIN_HOURS)).toContain(
      'rate usual 0.35 mg/kg/h: 50 kg 8.75 mL/h; 72 kg 12.6 mL/h; 120 kg 21 mL/h',
    );
  });

  it('give no rate where the library has no usual concentration or no usual time', () => {
    const { concentration: _none, ...unmixed } = MOOD_40;
    expect(lines(unmixed)).toContain('dose usual 0.5 mg/kg: 50 kg 25 mg; 72 kg 36 mg; 120 kg 60 mg');
    expect(lines(unmixed)).toContain('rate hardMaximum 2 mg/kg/h: 50 kg; 72 kg; 120 kg');
    const untimed = { ...MOOD_40, duration: { hardMinimum: '30 min', hardMaximum: '60 min' } } as const;
    expect(lines(untimed)).toContain('dose usual 0.5 mg/kg: 50 kg 25 mg; 72 kg 36 mg; 120 kg 60 mg');
    expect(lines(untimed)).toContain(
      'rate hardMinimum 0.1 mg/kg/h: 50 kg 5 mL/h; 72 kg 7.2 mL/h; 120 kg 12 mL/h',
    );
  });

  it('leave out every number the engines refuse', () => {
    const zero = { ...MOOD_40, dose: { usual: '0 mg/kg' }, rate: { usual: '0 mg/kg/h' } } as const;
    expect(lines(zero)).toEqual([
      'dose usual 0 mg/kg: 50 kg; 72 kg; 120 kg',
      'rate usual 0 mg/kg/h: 50 kg; 72 kg; 120 kg',
    ]);
  });

  it('are none where nothing is limited by body weight', () => {
    expect(lines(PAIN_DAYS)).toEqual([]);
    expect(lines(INTRANASAL)).toEqual([]);
  });
});
