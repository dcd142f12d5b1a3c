import type { CountedSheetData, OrderSheetData } from '../../contract/views/documents.ts';
import { formatNumberText, formatQuantityText } from '../../core/quantity/format.ts';
import { formatMinutes } from '../../core/quantity/formatDuration.ts';
import { readQuantity } from '../../core/quantity/quantity.ts';
import { textInAmount } from '../../core/quantity/shownAmount.ts';
import { BASIS_WORDS } from '../components/dosingWeightWords.ts';
import { formatCalendarDate, formatDate, formatDateTime } from '../components/time.ts';
import { bolusWords } from './bolusWords.ts';
import { CountedHalves } from './CountedHalves.tsx';
import styles from './OrderSlip.module.css';
import { Calculation, Detail, Ordered, SlipRule } from './SlipParts.tsx';
import { amountOf, sumRows } from './sumRows.ts';
import { allergyHeading, allergyItems, titledName } from './words.ts';

type OrderSlipProps = {
  readonly data: OrderSheetData | CountedSheetData;
  /** The number each person names before entering. */
  readonly copy: 1 | 2;
};

/** One copy of the order, with a place for the scale slip and boxes for one's own calculation. */
export function OrderSlip({ data, copy }: OrderSlipProps) {
  return (
    <section className={styles['slip']}>
      <SlipHead data={data} copy={copy} />
      {data.kind === 'countedSheet' ? <CountedHalves data={data} /> : <PumpHalves data={data} />}
    </section>
  );
}

function PumpHalves({ data }: { readonly data: OrderSheetData }) {
  return (
    <div className={styles['halves']}>
      <div>
        <Ordered
          figures={[
            ['Drug', data.drugName],
            ['Dose', formatQuantityText(data.order.dose)],
            ['Over', formatMinutes(readQuantity(data.order.duration, 'min'))],
          ]}
        />
        <OrderDetails data={data} />
        <SlipRule closed="weight, rate or volume to give" />
      </div>
      <Calculation rows={sumRows(data)}>
        <b>Halves round down</b>, volume and rate alike: to the step of the pump.
      </Calculation>
    </div>
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
      <Detail label="Weight rule">
        {data.dosingWeight ? `${BASIS_WORDS[data.dosingWeight.rule.basis]}, from the ` : 'actual, '}
        measured {data.dosingWeight && 'one '}within {protocol.weightMaxAgeHours} h, kilograms
      </Detail>
      {data.dosingWeight?.formulas.map(({ weight, formula }) => (
        <Detail key={weight} label={weight === 'ideal' ? 'Ideal weight' : 'Dosing weight'}>
          {formula}
        </Detail>
      ))}
      <Detail label="Prescriber">
        {prescriber.fullName}, licence {licence}
      </Detail>
      <Detail label="Ordered">{formatDateTime(data.orderedAt, print.zone)}</Detail>
    </dl>
  );
}
