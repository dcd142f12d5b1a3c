import type { CountedSheetData, OrderSheetData } from '../../contract/views/documents.ts';
import styles from './OrderSheet.module.css';
import { OrderSlip } from './OrderSlip.tsx';

type OrderSheetProps = { readonly data: OrderSheetData | CountedSheetData };

/**
 * D7, the order on paper, once for each of the two people who enter it: cut apart, so that neither sees the
 * other's calculation. It names no weight, no rate and no volume to give. Source: UX 4, D7; 2.4, source of truth.
 */
export function OrderSheet({ data }: OrderSheetProps) {
  return (
    <>
      <OrderSlip data={data} copy={1} />
      <div className={styles['cut']}>
        <span>cut here, one copy for each person</span>
      </div>
      <OrderSlip data={data} copy={2} />
    </>
  );
}
