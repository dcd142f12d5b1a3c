import { describe, expect, it } from 'vitest';
import demoLibrary from '../../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../../src/contract/library.ts';
import type { LabelData } from '../../../src/contract/views/labels.ts';
import type { Drug, Product } from '../../../src/core/library/library.ts';
import type { QuantityText } from '../../../src/core/quantity/quantity.ts';
import { labelWords } from '../../../src/renderer/documents/label/labelWords.ts';
import { LABEL_SAMPLES } from '../../fixtures/documents/labelSamples.ts';
import { SEDATIVE_DRUG } from '../../fixtures/libraries/sedative.ts';

/** Tall-man forms that are published. Source: UX 0.4. */
const TALL_MAN = [
  'HYDROmorphone',
  'fentaNYL',
  'SUFentanil',
  'ePHEDrine',
  'EPINEPHrine',
  'cloNIDine',
  'LORazepam',
];
const DRUGS: readonly Drug[] = [...librarySchema.parse(demoLibrary).drugs, SEDATIVE_DRUG];

/** The label of one vial of a product, made up to 50 mL or given as it is in one spray. */
function wordsOf(drugName: string, product: Product, isSprayed: boolean) {
  const sample = LABEL_SAMPLES[isSprayed ? 'sprays' : 'reference'];
  const amount: QuantityText<'mg'> = '50 mg';
  const data = { ...sample, drugName, amount, code: { size: 0, path: '' } } as unknown as LabelData;
  const { drug, mixed, sign, strength, diluent, route } = labelWords(
    isSprayed ? { ...data, concentration: product.strength } : data,
    '',
  );
  return [drug, mixed, sign, strength, diluent, route].join(' | ').replaceAll('\u00a0', ' ');
}

describe('the label of a drug', () => {
  it('reads as it always has, for every product of the library, diluted and as it is', () => {
    const labels = DRUGS.flatMap(({ displayName, products }) =>
      products.flatMap((product) => [
        wordsOf(displayName, product, false),
        wordsOf(displayName, product, true),
      ]),
    );
    expect(labels.length).toBe(2 * DRUGS.flatMap(({ products }) => products).length);
    expect(labels).toMatchSnapshot();
  });

  it.each(TALL_MAN)('has %s letter by letter as its library writes it', (name) => {
    const [product] = DRUGS[0]?.products ?? [];
    if (!product) throw new Error('a drug without a product');
    for (const isSprayed of [false, true]) expect(wordsOf(name, product, isSprayed)).toContain(`${name} |`);
  });
});
