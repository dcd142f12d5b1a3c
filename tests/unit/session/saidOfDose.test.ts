import { expect, it } from 'vitest';
import { MUSCLES, SIDES } from '../../../src/core/session/countedEvents.ts';
import { siteText } from '../../../src/core/session/saidOfDose.ts';

it('a site is said with its side, wherever a dose may go', () => {
  const sites = SIDES.flatMap((side) => [
    siteText({ kind: 'nostril', side }),
    ...MUSCLES.map((muscle) => siteText({ kind: 'muscle', muscle, side })),
  ]);
  expect(sites).toEqual([
    'left nostril',
    'left upper arm',
    'left thigh',
    'left hip',
    'right nostril',
    'right upper arm',
    'right thigh',
    'right hip',
  ]);
});
