import type { CountedSheetData } from '../../contract/views/documents.ts';
import { formatQuantityText } from '../../core/quantity/format.ts';
import { formatDateTime } from '../components/time.ts';
import styles from './OrderSlip.module.css';
import { Calculation, Detail, Ordered, SlipRule } from './SlipParts.tsx';
import type { SumRow } from './sumRows.ts';
import { capitalised, protocolText } from './words.ts';

type CountedHalvesProps = { readonly data: CountedSheetData };

/** D7 of counted doses: how many, how far apart and what one holds; no weight, no total and no volume. */
export function CountedHalves({ data }: CountedHalvesProps) {
  const { order, of } = data;
  return (
    <div className={styles['halves']}>
      <div>
        <Ordered
          figures={[
            ['Drug', data.drugName],
            [capitalised(`${of}s`), `${order.doses}`],
            ['Each', formatQuantityText(data.perDose)],
            ['Gap', formatQuantityText(order.gap)],
          ]}
        />
        <Details data={data} />
        <SlipRule closed="weight, total or volume" />
      </div>
      <Calculation rows={rows(data)}>
        <b>No pump.</b> Nothing is rounded.
      </Calculation>
    </div>
  );
}

function rows({ of }: CountedSheetData): readonly SumRow[] {
  return [{ label: 'Total', formula: `mg of one ${of} × number`, whole: 3, decimals: 1, unit: 'mg' }];
}

function Details({ data }: CountedHalvesProps) {
  const { protocol, library, product, prescriber, print } = data;
  return (
    <dl className={styles['details']}>
      <Detail label="Protocol">
        {protocolText(protocol)}, library {library.version}
      </Detail>
      <Detail label="Vial">
        {data.drugName} {formatQuantityText(product.strength)}, {formatQuantityText(product.vialVolume)}
      </Detail>
      <Detail label="Given with">{data.device}, undiluted</Detail>
      <Detail label="Weight rule">measured within {protocol.weightMaxAgeHours} h, kilograms</Detail>
      <Detail label="Prescriber">
        {prescriber.fullName}, licence {prescriber.licence ?? 'not recorded'}
      </Detail>
      <Detail label="Ordered">{formatDateTime(data.orderedAt, print.zone)}</Detail>
    </dl>
  );
}
