import { describe, expect, it } from 'vitest';
import { scannedPrintout } from '../../../src/renderer/screens/verify/scannedPrintout.ts';

describe('what a scanner reads from the square of a page', () => {
  it('is record number and code', () => {
    expect(scannedPrintout('KT-2025-000412 V1 7F3K-9QXM-2C4T-W8RA-J5')).toEqual({
      number: 'KT-2025-000412',
      code: '7F3K-9QXM-2C4T-W8RA-J5',
    });
  });

  it('is told from what a person types', () => {
    for (const typed of ['', 'KT-2025-000412', '7F3K 9QXM 2C4T W8RA J5', 'KT-2025-000412 V1', 'KT V1 A B'])
      expect(scannedPrintout(typed), typed).toBeUndefined();
  });
});
