import type { LimitsReport, PassedLimit } from '../../../contract/views/limits.ts';
import { formatCount } from '../../../core/quantity/format.ts';
import { breachName, limitedText } from '../../errorTexts/breachText.ts';

/** What stands below the name of a protocol. */
export function protocolNote({ signed, limits }: LimitsReport['protocols'][number]): string {
  if (signed === 0) return 'No order has been signed under this protocol yet.';
  const orders = `${formatCount(signed)} ${signed === 1 ? 'order' : 'orders'} signed.`;
  return limits.length === 0 ? `${orders} None has passed a limit.` : orders;
}

/** `Dose above the soft limit 0.75 mg/kg` */
export function limitName(limit: PassedLimit): string {
  return `${breachName(limit)} ${limitedText(limit.limit)}`;
}

/** `1 of 3 orders` */
export function passedOfSigned({ passed, signed }: PassedLimit): string {
  return `${formatCount(passed)} of ${formatCount(signed)} ${signed === 1 ? 'order' : 'orders'}`;
}

/** Undefined when every reason is shown. */
export function leftOut({ passed, reasons }: PassedLimit): string | undefined {
  if (reasons.length >= passed) return undefined;
  return `The newest ${reasons.length} of ${formatCount(passed)} reasons.`;
}
