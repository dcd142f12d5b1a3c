import { describe, expect, it } from 'vitest';
import { pumpedOf } from '../../../../src/core/session/countedSession.ts';
import { takeScannedVial } from '../../../../src/core/session/decisions/takeScannedVial.ts';
import type { VialTaken } from '../../../../src/core/session/events.ts';
import type { Session } from '../../../../src/core/session/session.ts';
import { LIBRARY } from '../../../support/libraryPlans.ts';
import {
  by,
  factOf,
  outcome,
  PATIENT,
  sessionAfter,
  step,
  WEIGHING,
} from '../../../support/playedSession.ts';

const GTIN = '02000000102054';
const VIAL: VialTaken = { product: 'ketamine-10-20', lot: 'L-1', expiry: '2027-08', vials: 1 };
const LABEL = { lot: 'L-1', expiry: '2027-08' };

function withBarcode(barcode: string | undefined): Session {
  const session = sessionAfter('EntriesMatched');
  const authorised = pumpedOf(session)?.authorised;
  if (!authorised) throw new Error('not ordered');
  const { barcode: _none, ...product } = authorised.rules.product;
  const coded = barcode === undefined ? product : { ...product, barcode };
  const rules = { ...authorised.rules, product: coded };
  return { ...session, authorised: { ...authorised, rules } };
}

type Taken = {
  readonly vial?: Partial<VialTaken>;
  readonly gtin?: string;
  readonly label?: typeof LABEL | null;
};

function take(
  { vial = {}, gtin = GTIN, label = LABEL }: Taken = {},
  session = withBarcode(GTIN),
  patient = PATIENT,
) {
  return outcome(
    takeScannedVial(
      session,
      { ...VIAL, ...vial },
      { scan: { gtin, label }, code: 'as scanned' },
      { patient, library: LIBRARY, today: '2025-11-14' },
      by('lim', '09:40:00'),
    ),
  );
}

describe('a scanned vial', () => {
  it('is taken when product, lot and expiry are those of the scan', () => {
    expect(take()).toEqual(['VialTaken', 'VialScanned']);
    expect(take({}, withBarcode('2000000102054'))).toEqual(['VialTaken', 'VialScanned']);
    expect(take({ label: null, vial: { lot: 'typed', expiry: '2026-01' } })).toEqual([
      'VialTaken',
      'VialScanned',
    ]);
  });

  it('is recorded with the code as it was scanned, and its lot without blanks around it', () => {
    const taken = takeScannedVial(
      withBarcode(GTIN),
      { ...VIAL, lot: ` ${VIAL.lot} ` },
      { scan: { gtin: GTIN, label: LABEL }, code: 'as scanned' },
      { patient: PATIENT, library: LIBRARY, today: '2025-11-14' },
      by('lim', '09:40:00'),
    );
    expect(factOf(taken, 'VialTaken').lot).toBe(VIAL.lot);
    expect(factOf(taken, 'VialScanned')).toEqual({ code: 'as scanned' });
    const scanned = sessionAfter('VialTaken', step('VialScanned', { code: 'as scanned' }, '09:40:00', 'lim'));
    expect(scanned.unknown).toBe(0);
  });

  it('is refused when one of them is not', () => {
    const differs = { kind: 'scanDiffers' };
    expect(take({ gtin: '02000000501031' })).toEqual(differs);
    expect(take({ vial: { lot: 'L-2' } })).toEqual(differs);
    expect(take({ vial: { expiry: '2027-09' } })).toEqual(differs);
    expect(take({}, withBarcode(undefined))).toEqual(differs);
  });

  it('meets every rule of a vial that is read by eye', () => {
    expect(take({ vial: { product: 'ketamine-50-10' } })).toEqual({ kind: 'otherProduct' });
    const heavier = { ...PATIENT, weighing: { ...WEIGHING, weight: '73 kg' } } as const;
    expect(take({}, withBarcode(GTIN), heavier)).toEqual(['MatchVoided']);
  });
});
