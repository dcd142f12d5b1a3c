import type { CountedSheetData, OrderSheetData } from '../../contract/views/documents.ts';
import { formatNumberText, formatQuantityText } from '../../core/quantity/format.ts';
import { formatMinutes } from '../../core/quantity/formatDuration.ts';
import { type QuantityText, readQuantity } from '../../core/quantity/quantity.ts';
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
        <OrderedStages order={data.order} />
        <OrderDetails data={data} />
        <SlipRule closed="weight, rate or volume to give" />
      </div>
      <Calculation rows={sumRows(data)}>
        <b>Halves round down</b>, volume and rate alike: to the step of the pump.
        {ownSumNote(data.order)}
      </Calculation>
    </div>
  );
}

/** What stands beside the infusion, or its first step. That no loading dose is given is said too. */
function OrderedStages({ order }: Pick<OrderSheetData, 'order'>) {
  const { loading, laterSteps = [] } = order;
  const over = (duration: QuantityText<'min'>) => formatMinutes(readQuantity(duration, 'min'));
  const lines = [
    ...(loading === 'declined' ? [['Loading dose', 'none'] as const] : []),
    ...(loading !== undefined && loading !== 'declined'
      ? [
          [
            'Loading dose',
            `${formatQuantityText(loading.dose)} over ${over(loading.duration)}, first`,
          ] as const,
        ]
      : []),
    ...laterSteps.map(
      ({ rate, duration }, place) =>
        [`Step ${place + 2}`, `${formatQuantityText(rate)} over ${over(duration)}`] as const,
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <dl className={styles['stages']}>
      {lines.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function hasStages({ loading, laterSteps }: OrderSheetData['order']): boolean {
  return laterSteps !== undefined || (loading !== undefined && loading !== 'declined');
}

/** Of which stage the two sums are, where there are several. */
function ownSumNote({ loading, laterSteps }: OrderSheetData['order']): string | null {
  if (laterSteps) return ' Both are those of step 1.';
  return loading === undefined || loading === 'declined' ? null : ' Both are without the loading dose.';
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
        {range}
        {hasStages(order) && ', of each other stage the same share'}; {bolusWords(data.bolus)}
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
