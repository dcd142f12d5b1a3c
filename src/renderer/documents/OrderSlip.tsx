import type { ReactNode } from 'react';
import type { OrderSheetData } from '../../contract/views/documents.ts';
import { formatNumberText, formatQuantityText } from '../../core/quantity/format.ts';
import { formatMinutes } from '../../core/quantity/formatDuration.ts';
import { readQuantity } from '../../core/quantity/quantity.ts';
import { textInAmount } from '../../core/quantity/shownAmount.ts';
import { formatCalendarDate, formatDate, formatDateTime } from '../components/time.ts';
import { bolusWords } from './bolusWords.ts';
import { DigitBoxes } from './DigitBoxes.tsx';
import styles from './OrderSlip.module.css';
import sheet from './sheet.module.css';
import { amountOf, type SumRow, sumRows } from './sumRows.ts';
import { allergyHeading, allergyItems, titledName } from './words.ts';

type OrderSlipProps = {
  readonly data: OrderSheetData;
  /** The number each person names before entering. */
  readonly copy: 1 | 2;
};

/** One copy of the order, with a place for the scale slip and boxes for one's own calculation. */
export function OrderSlip({ data, copy }: OrderSlipProps) {
  return (
    <section className={styles['slip']}>
      <SlipHead data={data} copy={copy} />
      <div className={styles['halves']}>
        <div>
          <Ordered data={data} />
          <OrderDetails data={data} />
          <p className={`${sheet['text']} ${styles['rule']}`}>
            This sheet has no weight, rate or volume to give. Read the scale yourself, work them out here,
            type them, then keep this copy from the other person until the entries are compared.
          </p>
        </div>
        <Calculation order={data.order} />
      </div>
    </section>
  );
}

function SlipHead({ data, copy }: OrderSlipProps) {
  const { patient, print } = data;
  const born = patient.birth === null ? 'Born: withheld' : `Born ${formatCalendarDate(patient.birth.born)}`;
  const items = allergyItems(patient.allergies, true);
  const allergies = `${allergyHeading(patient.allergies)}${items === '' ? '' : `: ${items}`}`;
  return (
    <div className={styles['head']}>
      <p>
        <b>{titledName(patient)}</b>
        {born} · Record {patient.recordNumber} · {allergies}
      </p>
      <p>
        <b>Copy {copy} of 2</b>
        Order {data.orderNumber} · Chair {data.chair} · {formatDate(data.orderedAt, print.zone)}
      </p>
    </div>
  );
}

function Ordered({ data }: { readonly data: OrderSheetData }) {
  const figures: readonly (readonly [label: string, figure: string])[] = [
    ['Drug', data.drugName],
    ['Dose', formatQuantityText(data.order.dose)],
    ['Over', formatMinutes(readQuantity(data.order.duration, 'min'))],
  ];
  return (
    <dl className={styles['ordered']}>
      {figures.map(([label, figure]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function OrderDetails({ data }: { readonly data: OrderSheetData }) {
  const { order, product, nurseRange, protocol, library, prescriber, print } = data;
  const mixing = order.mixing === 'madeUpTo' ? 'made up to' : 'added to';
  const range = `${formatNumberText(nurseRange.lowest)} to ${formatQuantityText(nurseRange.highest)}`;
  const licence = prescriber.licence ?? 'not recorded';
  return (
    <dl className={styles['details']}>
      <Detail label="Protocol">
        {protocol.name}, {protocol.route}, library {library.version}
      </Detail>
      <Detail label="Vial">
        {data.drugName} {formatQuantityText(textInAmount(product.strength, amountOf(order)))},{' '}
        {formatQuantityText(product.vialVolume)}
      </Detail>
      <Detail label="Preparation">
        {formatQuantityText(order.amount)} {mixing} {formatQuantityText(order.volume)}, {data.diluent}
      </Detail>
      <Detail label="Nurse may set">
        {range}; {bolusWords(data.bolus)}
      </Detail>
      <Detail label="Weight rule">actual, measured within {protocol.weightMaxAgeHours} h, kilograms</Detail>
      <Detail label="Prescriber">
        {prescriber.fullName}, licence {licence}
      </Detail>
      <Detail label="Ordered">{formatDateTime(data.orderedAt, print.zone)}</Detail>
    </dl>
  );
}

function Detail({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Calculation({ order }: Pick<OrderSheetData, 'order'>) {
  return (
    <div className={styles['calculation']}>
      <p className={styles['scaleSlip']}>
        Fix the scale slip here
        <br />
        or write what you read
      </p>
      <BoxRow label="Weight" whole={3} decimals={1} unit="kg" />
      {sumRows(order).map((row) => (
        <BoxRow key={row.label} {...row} />
      ))}
      <p className={styles['halving']}>
        <b>Halves round down</b>, volume and rate alike: to the step of the pump.
      </p>
      <p className={styles['writeIn']}>
        Name, time
        <span />
      </p>
    </div>
  );
}

type BoxRowProps = Omit<SumRow, 'formula'> & Partial<Pick<SumRow, 'formula'>>;

function BoxRow({ label, formula, whole, decimals, unit }: BoxRowProps) {
  return (
    <div className={styles['boxRow']}>
      <p>
        {label}
        {formula === undefined ? null : <span>{formula}</span>}
      </p>
      <DigitBoxes whole={whole} decimals={decimals} />
      <b>{unit}</b>
    </div>
  );
}
