import type { PlanCalculation, PlanScreenView } from '../../../contract/views/plan.ts';
import { formatNumberText } from '../../../core/quantity/format.ts';
import { basisText } from '../../components/dosingWeightWords.ts';
import { Quantity } from '../../components/Quantity.tsx';
import { formatDate } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './PlanForm.module.css';
import { previousWeightText, weighedText } from './planWords.ts';

type WeightRowProps = {
  readonly view: PlanScreenView;
  readonly calculation: Pick<
    PlanCalculation,
    'weighing' | 'dosingWeight' | 'bodyMassIndex' | 'weightChangePercent'
  > | null;
};

/** The weight as measured, with everything a pound taken for a kilogram or an old weighing would show in. */
export function WeightRow({ view, calculation }: WeightRowProps) {
  const { clock } = useApp();
  const weighing = calculation?.weighing ?? null;
  const { previousWeight } = view;
  const newest = view.patient.weight;
  const pounds = newest && newest.weighedAt === weighing?.weighedAt ? newest.pounds : null;
  return (
    <div className={styles['weight']}>
      <span className={styles['label']}>Weight</span>
      <span className={styles['measured']}>
        {weighing ? <Quantity value={weighing.weight} size={32} /> : 'Not recorded'}
      </span>
      {weighing && (
        <div>
          <p>
            {pounds !== null && (
              <strong>
                = <Quantity value={pounds} />
              </strong>
            )}{' '}
            <span className={styles['muted']}>
              {calculation?.bodyMassIndex && `BMI ${formatNumberText(calculation.bodyMassIndex)} · `}
              {weighedText(weighing, clock.now, clock.zone)}
            </span>
          </p>
          {previousWeight && (
            <p className={styles['muted']}>
              {previousWeightText(
                previousWeight,
                calculation?.weightChangePercent ?? null,
                formatDate(previousWeight.weighedAt, clock.zone),
              )}
            </p>
          )}
          {calculation?.dosingWeight && (
            <p>
              Doses count on{' '}
              <strong>
                <Quantity value={calculation.dosingWeight.weight} />
              </strong>
              , {basisText(calculation.dosingWeight)}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
