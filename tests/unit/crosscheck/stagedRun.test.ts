import { describe, expect, it } from 'vitest';
import {
  containerEmptyDisagreements,
  endDisagreements,
  givenDisagreements,
  stageLeftDisagreements,
} from '../../../src/core/crosscheck/givenBackward.ts';
import { readQuantity } from '../../../src/core/quantity/quantity.ts';
import { containerEmptyAt, endsAt, givenVolume, stageLeft } from '../../../src/core/session/delivered.ts';
import { offByALittle } from '../../support/offByALittle.ts';
import { CHANGED, RISING, RUN, SECOND } from '../../support/stagedRuns.ts';
import { at } from '../../support/times.ts';

describe('the second engine for a run in stages', () => {
  const MOMENTS = ['09:59:00', '10:10:00', '10:20:00', '10:21:00', '10:32:00', '10:50:00', '12:30:00'];
  const RUNS = { RUN, SECOND, CHANGED, RISING, ended: { ...CHANGED, endedAt: at('10:40:00') } };

  it.each(Object.entries(RUNS))(
    'confirms what is given and what is left of %s, and nothing beside it',
    (_name, run) => {
      for (const time of MOMENTS) {
        const volume = givenVolume(run, at(time));
        expect(givenDisagreements(run, at(time), volume), time).toEqual([]);
        for (const { value } of offByALittle(volume))
          expect(givenDisagreements(run, at(time), value), time).toEqual(['given']);
        if (time === '09:59:00') continue;
        const left = stageLeft(run, at(time));
        expect(stageLeftDisagreements(run, at(time), left), time).toEqual([]);
        for (const { value } of offByALittle(left))
          expect(stageLeftDisagreements(run, at(time), value), time).toEqual(['stageLeft']);
      }
    },
  );

  it.each(Object.entries(RUNS))('confirms the forecast of %s, and no other moment', (_name, run) => {
    const [end, empty] = [endsAt(run), containerEmptyAt(run)];
    expect(endDisagreements(run, end)).toEqual([]);
    expect(containerEmptyDisagreements(run, empty)).toEqual([]);
    for (const off of [-5, 5]) {
      if (end !== null) expect(endDisagreements(run, end + off)).toEqual(['end']);
      if (empty !== null) expect(containerEmptyDisagreements(run, empty + off)).toEqual(['containerEmpty']);
    }
  });

  it('confirms no rest of a stage before the first one', () => {
    const { stages: _, ...one } = RUN;
    expect(stageLeftDisagreements(one, at('10:10:00'), readQuantity('50 mL', 'mL'))).toEqual(['stageLeft']);
  });
});
