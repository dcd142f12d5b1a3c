import { memo, type Ref, useRef } from 'react';
import type { ProtocolChoice, TypedPlan } from '../../../contract/views/plan.ts';
import { textInAmount } from '../../../core/quantity/shownAmount.ts';
import { amountRule, doseRule, FIELD_RULES } from '../../../core/session/entryRules.ts';
import { classes } from '../../components/classes.ts';
import { LimitBar } from '../../components/LimitBar.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Quantity } from '../../components/Quantity.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import type { FieldHandle } from '../../components/typing.ts';
import { CountedFields } from './CountedFields.tsx';
import { DurationRow } from './DurationRow.tsx';
import { LoadingRow } from './LoadingRow.tsx';
import { Observation } from './Observation.tsx';
import styles from './PlanForm.module.css';
import { fieldProps } from './planField.ts';
import { mixingLabel, typedQuantityText, typedValue } from './planWords.ts';
import { StepRows } from './StepRows.tsx';
import type { PlanInHand } from './usePlanEditor.ts';
import { VialField } from './VialField.tsx';
import { WeightRow } from './WeightRow.tsx';

type PlanFormProps = { readonly plan: PlanInHand };

/** What a prescriber writes. The weight is only shown: it comes from the scale. Source: UX 3.6. */
export function PlanForm({ plan }: PlanFormProps) {
  const { view, choice, counted, shown } = plan;
  if (counted) {
    return (
      <section className={styles['form']} aria-label="Order">
        <CountedFields key={counted.protocol.id} plan={plan} choice={counted} />
      </section>
    );
  }
  return (
    <section className={styles['form']} aria-label="Order">
      {choice ? (
        // Numbers of one protocol mean nothing in the fields of another: its form begins anew.
        <OrderFields key={choice.protocol.id} plan={plan} choice={choice} />
      ) : (
        <WeightRow view={view} calculation={shown.calculation} />
      )}
    </section>
  );
}

type OrderFieldsProps = PlanFormProps & { readonly choice: ProtocolChoice };

function OrderFields({ plan, choice }: OrderFieldsProps) {
  const { view, entry, shown, act } = plan;
  const dose = useRef<FieldHandle>(null);
  const over = useRef<FieldHandle>(null);
  const vial = useRef<HTMLButtonElement>(null);
  const toVial = (): void => vial.current?.focus();
  return (
    <>
      {choice.loading && (
        <LoadingRow plan={plan} limits={choice.loading} onNext={() => dose.current?.focus()} />
      )}
      <DoseField plan={plan} choice={choice} ref={dose} onNext={() => over.current?.focus()} />
      <DurationRow plan={plan} choice={choice} ref={over} onNext={toVial} />
      {choice.mostSteps !== undefined && <StepRows plan={plan} choice={choice} onNext={toVial} />}
      <WeightRow view={view} calculation={shown.calculation} />
      <VialField
        ref={vial}
        products={choice.products}
        amount={choice.shape.amount}
        chosen={entry.typed.product}
        act={act}
      />
      <PrepareRow plan={plan} choice={choice} />
      <Observation protocol={choice.protocol} shown={shown} />
    </>
  );
}

type DoseFieldProps = OrderFieldsProps & {
  readonly ref: Ref<FieldHandle>;
  readonly onNext: () => void;
};

/** What is ordered, in the unit of the protocol, with its place among the limits; said in words too. */
function DoseField({ plan, choice, ref, onNext }: DoseFieldProps) {
  const rule = doseRule(choice.shape.dose);
  return (
    <div className={styles['row']}>
      <NumberField
        {...fieldProps('dose', plan)}
        {...(plan.entry.typed.steps && plan.entry.typed.steps > 1 ? { label: 'Step 1' } : {})}
        ref={ref}
        rule={rule}
        labelPlace="left"
        echo
        autoFocus={!choice.loading}
        beside={<LimitBar limits={choice.limits.dose} value={typedValue(plan.entry.typed.dose, rule)} />}
        onNext={onNext}
      />
    </div>
  );
}

/** An amount in a volume, how they are mixed, and what that makes. */
function PrepareRow({ plan, choice }: OrderFieldsProps) {
  const volume = useRef<FieldHandle>(null);
  const { entry, shown, act } = plan;
  const concentration = shown.calculation?.sum?.concentration;
  const inner = { labelPlace: 'hidden', unitPlace: 'snug' } as const;
  return (
    <div className={styles['prepare']}>
      <span className={styles['label']}>Prepare</span>
      <NumberField
        {...fieldProps('amount', plan)}
        {...inner}
        rule={amountRule(choice.shape.amount)}
        onNext={() => volume.current?.focus()}
      />
      <span className={styles['in']}>in</span>
      <NumberField {...fieldProps('volume', plan)} {...inner} ref={volume} rule={FIELD_RULES.volume} />
      <span className={styles['diluent']}>{choice.protocol.diluent}</span>
      <div className={styles['mixing']}>
        <Mixing mixing={entry.typed.mixing} volume={entry.typed.volume} act={act} />
        <span className={classes(styles['strength'], !shown.current && styles['stale'])}>
          {concentration && (
            <>
              = <Quantity value={textInAmount(concentration, choice.shape.amount)} />
            </>
          )}
        </span>
      </div>
    </div>
  );
}

type MixingProps = Pick<PlanInHand, 'act'> & {
  readonly mixing: TypedPlan['mixing'];
  /** As typed. */
  readonly volume: string;
};

/** The one choice that changes a concentration without changing a number: never made beforehand. */
const Mixing = memo(function Mixing({ mixing, volume, act }: MixingProps) {
  const written = typedQuantityText(volume, FIELD_RULES.volume);
  return (
    <Segmented
      label="Made up to or added to"
      labelHidden
      choices={(['madeUpTo', 'addedTo'] as const).map((id) => ({ id, label: mixingLabel(id, written) }))}
      chosen={mixing}
      onChoose={(id) =>
        act({ kind: 'chosen', choice: { mixing: id === 'madeUpTo' ? 'madeUpTo' : 'addedTo' } })
      }
    />
  );
});
