import { describe, expect, it } from 'vitest';
import { LABEL_SIZES } from '../../../src/core/session/events.ts';
import { fitLabel } from '../../../src/renderer/documents/label/labelFit.ts';
import { labelWords } from '../../../src/renderer/documents/label/labelWords.ts';
import { LABEL_SAMPLES, type LabelSampleName } from '../../fixtures/documents/labelSamples.ts';

const NO_CODE = { width: 21, height: 21, path: 'M0 0Z' };
const wordsOf = (name: LabelSampleName) =>
  labelWords({ ...LABEL_SAMPLES[name], code: NO_CODE }, LABEL_SAMPLES[name].reason);

describe('the texts of a label', () => {
  it('stand in their usual sizes where there is room: the drug largest', () => {
    expect(fitLabel('bag', wordsOf('reference'))).toMatchObject({ drug: 18, strength: 14, useBy: 11 });
    const fit = fitLabel('syringe', wordsOf('reference')) ?? {};
    expect(fit['drug']).toBeGreaterThanOrEqual(12);
    expect(fitLabel('flag', wordsOf('reference'))?.['drug']).toBeGreaterThanOrEqual(10);
  });

  it('are set smaller, none below 7 pt and on the flag none below 6 pt, rather than cut', () => {
    for (const size of LABEL_SIZES)
      for (const name of ['training', 'trainingReprint', 'reprint', 'bag', 'long'] as const) {
        const fit = fitLabel(size, wordsOf(name));
        if (!fit) continue;
        for (const points of Object.values(fit))
          expect(points, `${size} ${name}`).toBeGreaterThanOrEqual(size === 'flag' ? 6 : 7);
      }
    for (const size of LABEL_SIZES) expect(fitLabel(size, wordsOf('longNames')), size).toBeDefined();
    expect(fitLabel('bag', wordsOf('long'))).toBeDefined();
  });

  it('that do not fit at their smallest make no label', () => {
    for (const size of ['syringe', 'flag'] as const)
      expect(fitLabel(size, wordsOf('long')), size).toBeUndefined();
    const words = { ...wordsOf('reference'), name: 'W'.repeat(600) };
    for (const size of ['bag', 'syringe'] as const) expect(fitLabel(size, words), size).toBeUndefined();
  });

  it('of counted doses fit every size: what the device holds, and what is given of it', () => {
    for (const size of LABEL_SIZES) expect(fitLabel(size, wordsOf('sprays')), size).toBeDefined();
    const { mixed, sign, strength, diluentLine, route } = wordsOf('sprays');
    expect(
      [`${mixed} ${sign} ${strength}`, diluentLine, route].map((text) => text.replaceAll('\u00a0', ' ')),
    ).toEqual(['0.7 mL of 50 mg per mL', 'undiluted, 3 sprays of 10 mg', 'INTRANASAL ONLY']);
  });

  it('that are not said take no room', () => {
    expect(Object.keys(fitLabel('bag', wordsOf('reference')) ?? {})).not.toContain('reprint');
    expect(Object.keys(fitLabel('bag', wordsOf('reprint')) ?? {})).toContain('reprint');
  });

  it('say REPRINT with its number and reason, TRAINING, and the notice of the library', () => {
    expect(wordsOf('reference')).toMatchObject({ reprint: '', notice: '', shortName: 'OKAFOR, A' });
    expect(wordsOf('trainingReprint')).toMatchObject({
      reprint: 'REPRINT 2, torn',
      notice: 'TRAINING · EXAMPLE — NOT FOR CLINICAL USE',
    });
  });
});
