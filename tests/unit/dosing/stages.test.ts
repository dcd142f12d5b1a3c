import { describe, expect, it } from 'vitest';
import { stagesDisagreements } from '../../../src/core/crosscheck/stagesBackward.ts';
import { planSum } from '../../../src/core/dosing/planSum.ts';
import { planSumText } from '../../../src/core/dosing/planSumText.ts';
import { planWorking } from '../../../src/core/dosing/planWorking.ts';
import { stagedContainers } from '../../../src/core/dosing/stagedContainers.ts';
import { equipmentRefusals } from '../../../src/core/library/equipmentRefusals.ts';
import { quantity, quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { add, rational } from '../../../src/core/quantity/rational.ts';
import type { Order } from '../../../src/core/session/events.ts';
import { REFERENCE } from '../../support/playedSession.ts';
import { LOADED, LOADING, STEPPED, STEPS, stagedInput, stagedSum } from '../../support/stagedPlans.ts';

const mL = (text: string) => readQuantity(`${text} mL`, 'mL');
const min = (text: string) => readQuantity(`${text} min`, 'min');
const rate = (text: string) => readQuantity(`${text} mL/h`, 'mL/h');

function working(order: Order, protocol: typeof LOADING): readonly string[] {
  const input = stagedInput(order, protocol);
  return planWorking(input, stagedSum(order, protocol)).map(({ step, calculation, result }) =>
    `${step}: ${calculation} = ${result}`.replaceAll('\u00a0', ' '),
  );
}

describe('a loading dose before an infusion', () => {
  it('is a stage of its own, with its own volume and rate, and never inside the dose', () => {
    expect(planSumText(stagedSum(LOADED, LOADING))).toMatchObject({
      dose: '36 mg',
      rate: '9 mL/h',
      volumeToGive: '18 mL',
      containers: 1,
      containerLasts: '880/3 min',
      staged: {
        dose: '54 mg',
        achievedDose: '54 mg',
        volumeToGive: '27 mL',
        duration: '140 min',
        stages: [
          {
            kind: 'loading',
            dose: '18 mg',
            duration: '20 min',
            rate: '27 mL/h',
            volumeToGive: '9 mL',
            startsAfter: '0 min',
            endsAfter: '20 min',
          },
          { kind: 'infusion', dose: '36 mg', rate: '9 mL/h', startsAfter: '20 min', endsAfter: '140 min' },
        ],
      },
    });
  });

  it('has lines of its own in the sum, and what all come to', () => {
    expect(working(LOADED, LOADING)).toEqual(
      expect.arrayContaining([
        'loadingDose: 0.25 mg/kg × 72 kg = 18 mg',
        'loadingVolume: 18 mg ÷ 2 mg per mL = 9 mL',
        'loadingRate: 9 mL ÷ 20 min × 60 min/h = 27 mL/h',
        'wholeDose: 18 mg + 36 mg = 54 mg',
        'wholeVolume: 9 mL + 18 mL = 27 mL',
      ]),
    );
  });

  it('adds these lines to the sum of the infusion and no other', () => {
    const { loading: _, ...alone } = LOADED;
    const names = (order: Order) =>
      planWorking(stagedInput(order, LOADING), stagedSum(order, LOADING)).map((line) => line.step);
    expect(names(LOADED).filter((name) => !names(alone).includes(name))).toEqual([
      'loadingDose',
      'loadingVolume',
      'loadingRate',
      'wholeDose',
      'wholeVolume',
    ]);
    expect(names(alone)).not.toContain(undefined);
  });

  it('is not counted as a step', () => {
    const order: Order = { ...LOADED, laterSteps: [{ rate: '0.2 mg/kg/h', duration: '60 min' }] };
    expect(working(order, LOADING)).toContain('stepDose: step 2: 14.4 mg/h × 1 h = 14.4 mg');
  });

  it('says where the pump rounds it', () => {
    const order: Order = { ...LOADED, loading: { dose: '0.25 mg/kg', duration: '23 min' } };
    expect(working(order, LOADING)).toContain(
      'loadingRate: 9 mL ÷ 23 min × 60 min/h = 23.4783 mL/h, as the pump is set = 23.5 mL/h',
    );
  });

  it('leaves an order without one as it was', () => {
    const { loading: _, ...alone } = LOADED;
    const sum = planSumText(stagedSum(alone, LOADING));
    expect(sum).not.toHaveProperty('staged');
    expect(planSumText(stagedSum({ ...alone, loading: 'declined' }, LOADING))).toEqual(sum);
    expect(working(alone, LOADING).join()).not.toContain('whole');
  });

  it('refuses the whole where a stage has no sum', () => {
    const input = stagedInput(LOADED, LOADING);
    const tooCoarse = {
      ...input,
      ...(input.loading && { loading: { ...input.loading, duration: min('7000') } }),
    };
    expect(planSum(tooCoarse)).toMatchObject({ ok: false, failure: { kind: 'pumpStepTooCoarse' } });
  });
});

describe('a rate in steps', () => {
  it('is a stage for each step', () => {
    expect(planSumText(stagedSum(STEPPED, STEPS))).toMatchObject({
      dose: '7.2 mg',
      rate: '3.6 mL/h',
      staged: {
        dose: '43.2 mg',
        volumeToGive: '21.6 mL',
        duration: '180 min',
        stages: [
          { kind: 'infusion', rate: '3.6 mL/h', volumeToGive: '3.6 mL' },
          { kind: 'step', rate: '7.2 mL/h', volumeToGive: '7.2 mL', startsAfter: '60 min' },
          { kind: 'step', rate: '10.8 mL/h', volumeToGive: '10.8 mL', endsAfter: '180 min' },
        ],
      },
    });
    expect(working(STEPPED, STEPS)).toEqual(
      expect.arrayContaining([
        'stepDose: step 2: 14.4 mg/h × 1 h = 14.4 mg',
        'stepRate: step 2: 14.4 mg/h ÷ 2 mg per mL = 7.2 mL/h',
        'stepVolume: step 3: 21.6 mg ÷ 2 mg per mL = 10.8 mL',
        'wholeDose: 7.2 mg + 14.4 mg + 21.6 mg = 43.2 mg',
      ]),
    );
  });

  it('says a time that is no whole number of hours in minutes', () => {
    const order: Order = { ...STEPPED, laterSteps: [{ rate: '0.2 mg/kg/h', duration: '45 min' }] };
    expect(working(order, STEPS)).toContain('stepDose: step 2: 14.4 mg/h × 45 min ÷ 60 min/h = 10.8 mg');
  });

  it('is held against the pump in every step', () => {
    const pump = { ...REFERENCE.rules.pump, rateMinimum: '4 mL/h', rateMaximum: '10 mL/h' } as const;
    expect(equipmentRefusals(stagedSum(STEPPED, STEPS), pump)).toMatchObject([
      { kind: 'rateOutsidePumpRange', rate: '3.6 mL/h' },
      { kind: 'rateOutsidePumpRange', rate: '10.8 mL/h' },
    ]);
  });
});

describe('containers through stages of different rates', () => {
  const STAGES = [
    { rate: rate('60'), duration: min('20') },
    { rate: rate('30'), duration: min('60') },
  ];
  const uses = (content: string, useBy?: string) =>
    stagedContainers(STAGES, mL(content), useBy === undefined ? undefined : min(useBy), 21n);
  const said = (content: string, useBy?: string) =>
    uses(content, useBy).uses.map(
      ({ connectedAfter, endsAfter, volume, endedBy }) =>
        `${quantityText(connectedAfter)} to ${quantityText(endsAfter)}, ${quantityText(volume)}, ${endedBy}`,
    );

  it('end where their content does, in whichever stage that is', () => {
    expect(said('25')).toEqual(['0 min to 30 min, 25 mL, content', '30 min to 80 min, 25 mL, end']);
    expect(said('20')).toEqual([
      '0 min to 20 min, 20 mL, content',
      '20 min to 60 min, 20 mL, content',
      '60 min to 80 min, 10 mL, end',
    ]);
    expect(said('50')).toEqual(['0 min to 80 min, 50 mL, end']);
    expect(said('500')).toEqual(['0 min to 80 min, 50 mL, end']);
  });

  it('end at their use-by where that is sooner', () => {
    expect(said('50', '15')).toEqual([
      '0 min to 15 min, 15 mL, useBy',
      '15 min to 30 min, 10 mL, useBy',
      '30 min to 45 min, 7.5 mL, useBy',
      '45 min to 60 min, 7.5 mL, useBy',
      '60 min to 75 min, 7.5 mL, useBy',
      '75 min to 80 min, 2.5 mL, end',
    ]);
    expect(said('10', '20')[0]).toBe('0 min to 10 min, 10 mL, content');
    expect(said('25', '30')[0]).toBe('0 min to 30 min, 25 mL, content');
  });

  it('serve on at the last rate, and are listed as far as a plan goes', () => {
    expect(quantityText(uses('80').containerLasts)).toBe('140 min');
    expect(quantityText(uses('80', '90').containerLasts)).toBe('90 min');
    expect(uses('1').uses).toHaveLength(21);
    const [order, protocol] = [{ ...LOADED, amount: '2 mg', volume: '1 mL' } as const, LOADING];
    expect(planSumText(stagedSum(order, protocol))).toMatchObject({ containers: 21, containerUses: [] });
    expect(equipmentRefusals(stagedSum(order, protocol), REFERENCE.rules.pump)).toContainEqual({
      kind: 'tooManyContainers',
    });
  });

  it('are all listed where they are as many as a plan has', () => {
    const order: Order = { ...LOADED, amount: '2.7 mg', volume: '1.35 mL' };
    const { containers, containerUses } = stagedSum(order, LOADING);
    expect([containers, containerUses.length]).toEqual([20n, 20]);
  });

  it('are planned over all stages', () => {
    const order: Order = { ...LOADED, amount: '20 mg', volume: '10 mL' };
    expect(planSumText(stagedSum(order, LOADING))).toMatchObject({
      containers: 3,
      containerUses: [
        { endsAfter: '80/3 min', volume: '10 mL', endedBy: 'content' },
        { endsAfter: '280/3 min', volume: '10 mL', endedBy: 'content' },
        { endsAfter: '140 min', volume: '7 mL', endedBy: 'end' },
      ],
    });
    expect(working(order, LOADING).at(-1)).toBe(
      'containers: 27 mL ÷ 10 mL = 3, first empty after 26 min 40 s',
    );
  });
});

describe('the second engine for stages', () => {
  const content = mL('10');
  const useBy = min('60');
  const input = { ...stagedInput({ ...LOADED, amount: '20 mg', volume: '10 mL' }, LOADING), useBy };
  const sum = planSum(input);
  if (!sum.ok || !sum.value.staged) throw new Error('no staged sum');
  const { staged, containerLasts, containerUses } = sum.value;
  const containers = { containerLasts, uses: containerUses };
  const of = { input, staged, containers, content, most: 21n };
  const more = (value: typeof staged.dose) => quantity(add(value.value, rational(1n, 1000n)), value.unit);
  const [first, second] = staged.stages;
  const [one, two, three] = containerUses;
  if (!first || !second || !one || !two || !three) throw new Error('no stages');
  const later = (time: typeof one.endsAfter, minutes: string) =>
    quantity(add(time.value, min(minutes).value), 'min');
  const withUses = (...uses: readonly (typeof one)[]) => ({ ...of, containers: { containerLasts, uses } });

  it('agrees with what is right, with and without a use-by', () => {
    expect(stagesDisagreements(of)).toEqual([]);
    expect(containerUses.map(({ endedBy }) => endedBy)).toEqual(['content', 'useBy', 'end']);
  });

  it.each([
    ['wholeDose', { ...staged, dose: more(staged.dose) }],
    ['wholeAchievedDose', { ...staged, achievedDose: more(staged.achievedDose) }],
    ['wholeDuration', { ...staged, duration: min('141') }],
    ['wholeVolume', { ...staged, volume: mL('28') }],
    ['stages', { ...staged, stages: staged.stages.slice(1) }],
    ['stages', { ...staged, stages: [...staged.stages, second] }],
    ['stages', { ...staged, stages: [second, first] }],
    ['stages', { ...staged, stages: [first] }],
    ['stages', { ...staged, stages: [first, first] }],
    [
      'stageTimes',
      {
        ...staged,
        stages: [
          { ...first, endsAfter: min('21') },
          { ...second, startsAfter: min('21'), endsAfter: min('141') },
        ],
      },
    ],
    ['stageTimes', { ...staged, stages: [first, { ...second, startsAfter: min('21') }] }],
    [
      'stageTimes',
      {
        ...staged,
        stages: [
          { ...first, endsAfter: min('21') },
          { ...second, startsAfter: min('21') },
        ],
      },
    ],
  ])('finds %s', (name, wrong) => {
    expect(stagesDisagreements({ ...of, staged: wrong })).toContain(name);
  });

  it.each([
    ['none', withUses()],
    ['a gap', withUses(one, { ...two, connectedAfter: min('30') }, three)],
    ['an end that is not the end', withUses(one, two)],
    ['another volume', withUses({ ...one, volume: mL('9') }, { ...two, volume: mL('10') }, three)],
    ['a volume that does not add up', withUses(one, two, { ...three, volume: mL('1') })],
    ['more than it holds', { ...of, content: mL('9') }],
    ['not empty when it is changed', withUses(one, { ...two, endedBy: 'content' }, three)],
    ['changed before its use-by', withUses({ ...one, endedBy: 'useBy' }, two, three)],
    ['an end in the middle', withUses({ ...one, endedBy: 'end' }, two, three)],
    ['the last one not ended by the end', withUses(one, two, { ...three, endedBy: 'content' })],
    ['the last one ended by its use-by', withUses(one, two, { ...three, endedBy: 'useBy' })],
    ['longer than its use-by', { ...of, input: { ...input, useBy: min('50') } }],
    [
      'longer than its use-by, the last one',
      {
        ...withUses(
          one,
          { ...two, endsAfter: later(two.connectedAfter, '53'), volume: mL('7.95') },
          { ...three, connectedAfter: later(two.connectedAfter, '53'), volume: mL('9.05') },
        ),
        input: { ...input, useBy: min('53') },
      },
    ],
    ['an end after all is given', withUses(one, two, { ...three, endsAfter: min('145') })],
    [
      'a gap that another one makes up for',
      withUses(
        one,
        { ...two, connectedAfter: later(two.connectedAfter, '-5'), endsAfter: later(two.endsAfter, '-5') },
        three,
      ),
    ],
  ] as const)('finds a container with %s', (_what, wrong) => {
    expect(stagesDisagreements(wrong)).toContain('stagedContainers');
  });

  it('has no use-by to hold one against where there is none', () => {
    const { useBy: _, ...without } = input;
    expect(stagesDisagreements({ ...withUses(one, two, three), input: without })).toContain(
      'stagedContainers',
    );
  });

  it('looks at no list that is longer than a plan', () => {
    expect(stagesDisagreements({ ...withUses(one, one), most: 2n })).toEqual([]);
  });
});
