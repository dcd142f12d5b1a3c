import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import { formatQuantityText } from '../../../core/quantity/format.ts';
import { formatMinutes } from '../../../core/quantity/formatDuration.ts';
import { type QuantityText, readQuantity } from '../../../core/quantity/quantity.ts';
import { basisText } from '../../components/dosingWeightWords.ts';
import { formatHourMinute } from '../../components/time.ts';
import { countedOrderText, protocolText } from '../words.ts';
import styles from './Facts.module.css';

type FactsProps = { readonly data: SessionSummaryData };

/** The four figures a reader looks for first: drug, weight, ordered, given (UX 4, D1.1). */
export function Facts({ data }: FactsProps) {
  const { session, delivered } = data;
  const { infusion, plan, counted, protocol } = session;
  const strength = infusion?.concentration ?? (plan ?? counted)?.sum.concentration;
  const concentration = strength ? formatQuantityText(strength) : 'strength not recorded';
  return (
    <dl className={styles['facts']}>
      <Fact label="Drug and protocol" figure={session.drugName} beside={concentration}>
        {protocolText(protocol)}
      </Fact>
      <WeightFact data={data} />
      <OrderedFact data={data} />
      <Fact
        label="Given"
        figure={formatQuantityText(delivered.dose)}
        beside={formatQuantityText(delivered.dosePerKg)}
      >
        {formatQuantityText(delivered.volume)}, {formatQuantityText(delivered.percent)} of the order
      </Fact>
    </dl>
  );
}

function WeightFact({ data }: FactsProps) {
  const weighing = (data.session.plan ?? data.session.counted)?.weighing;
  const zone = data.print.zone;
  const dosing = data.session.plan?.sum.dosingWeight;
  if (weighing && dosing) {
    return (
      <Fact
        label="Weight for dosing"
        figure={formatQuantityText(dosing.weight)}
        beside={`of ${formatQuantityText(weighing.weight)}`}
      >
        {`${basisText(dosing)}${bodyText(dosing)}; measured `}
        {`${formatHourMinute(weighing.weighedAt, zone)}, ${weighing.scale}`}
      </Fact>
    );
  }
  return (
    <Fact label="Weight for dosing" figure={weighing ? formatQuantityText(weighing.weight) : 'not recorded'}>
      {weighing
        ? `measured ${formatHourMinute(weighing.weighedAt, zone)}, ${weighing.scale}`
        : 'weighing not recorded'}
    </Fact>
  );
}

/** `, female, height 172 cm`: what the formula took besides the weight. */
function bodyText({ sex, height }: DosingWeight): string {
  return sex && height ? `, ${sex}, height ${formatQuantityText(height)}` : '';
}

type DosingWeight = NonNullable<NonNullable<SessionSummaryData['session']['plan']>['sum']['dosingWeight']>;

function OrderedFact({ data }: FactsProps) {
  const { plan, counted, authorised } = data.session;
  const over = plan ? `${orderedOver(plan)}, ` : '';
  const by = authorised
    ? `${authorised.by.name} ${formatHourMinute(authorised.happenedAt, data.print.zone)}`
    : 'prescriber not recorded';
  if (counted) {
    return (
      <Fact label="Ordered" figure={formatQuantityText(counted.sum.dose)} beside={countedOrderText(counted)}>
        {`${formatQuantityText(counted.order.gap)} apart, `}
        {by}
      </Fact>
    );
  }
  return (
    <Fact
      label="Ordered"
      figure={plan ? formatQuantityText((plan.sum.staged ?? plan.sum).dose) : 'not recorded'}
      beside={plan ? formatQuantityText(plan.order.dose) : undefined}
    >
      {over}
      {by}
    </Fact>
  );
}

/** `over 40 min`; `after 0.25 mg/kg over 20 min, over 2 h 0 min`; `over 1 h 0 min, then 0.2 mg/kg/h over 1 h 0 min`. */
function orderedOver({ order }: NonNullable<SessionSummaryData['session']['plan']>): string {
  const over = (duration: QuantityText<'min'>) => `over ${formatMinutes(readQuantity(duration, 'min'))}`;
  const { loading, laterSteps = [] } = order;
  const before =
    loading === undefined || loading === 'declined'
      ? ''
      : `after ${formatQuantityText(loading.dose)} ${over(loading.duration)}, `;
  const later = laterSteps.map(
    ({ rate, duration }) => `, then ${formatQuantityText(rate)} ${over(duration)}`,
  );
  const declined = loading === 'declined' ? ', no loading dose' : '';
  return `${before}${over(order.duration)}${later.join('')}${declined}`;
}

type FactProps = {
  readonly label: string;
  readonly figure: string;
  readonly beside?: string | undefined;
  readonly children: React.ReactNode;
};

function Fact({ label, figure, beside, children }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={styles['figure']}>
        {figure}
        {beside === undefined ? null : (
          <>
            {' '}
            <span>{beside}</span>
          </>
        )}
      </dd>
      <dd>{children}</dd>
    </div>
  );
}
