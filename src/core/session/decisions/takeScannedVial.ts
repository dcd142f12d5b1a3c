import { gtin14, type VialScan } from '../../library/vialScan.ts';
import type { VialTaken } from '../events.ts';
import type { Session } from '../session.ts';
import { type Deciding, type Decision, decided, fact, refused } from './deciding.ts';
import { takeVial } from './prepare.ts';

type Scanned = { readonly scan: VialScan; readonly code: string };

/**
 * T7, step 1, of a vial that was scanned: product, lot and expiry are those of the scan, or it is refused; what the
 * scan did not give was typed. The code itself stays in the record beside the vial.
 */
export function takeScannedVial(
  session: Session,
  vial: VialTaken,
  { scan, code }: Scanned,
  context: Parameters<typeof takeVial>[2],
  deciding: Deciding,
): Decision {
  const taken = takeVial(session, vial, context, deciding);
  if (!taken.ok || !taken.value.some(({ type }) => type === 'VialTaken')) return taken;
  const barcode = session.authorised?.rules.product.barcode ?? '';
  const { label } = scan;
  const isOther =
    gtin14(barcode) !== scan.gtin ||
    (label !== null && (label.lot !== vial.lot.trim() || label.expiry !== vial.expiry));
  if (isOther) return refused({ kind: 'scanDiffers' });
  return decided(...taken.value, fact('VialScanned', { code }));
}
