import type { OrderSheetData } from '../../contract/views/documents.ts';
import type { SumRow } from './sumRows.ts';

type DosingWeight = NonNullable<OrderSheetData['dosingWeight']>;

const KILOGRAMS = { unit: 'kg', whole: 3, decimals: 1 } as const;

/** Boxes from the measured weight to the one doses count on; none where they are the same. */
export function weightRows(dosing: DosingWeight | null): readonly SumRow[] {
  if (dosing === null) return [];
  const { basis } = dosing.rule;
  return [
    ...(basis === 'actual' ? [] : [{ label: 'Height', unit: 'cm', whole: 3, decimals: 1 }]),
    ...(basis === 'adjusted' ? [{ ...KILOGRAMS, label: 'Ideal weight', decimals: 3 }] : []),
    { ...KILOGRAMS, label: 'Dosing weight' },
  ];
}
