import { memo, type Ref, useRef } from 'react';
import type { ProtocolChoice, TypedPlan } from '../../../contract/views/plan.ts';
import { FIELD_RULES } from '../../../core/session/entryRules.ts';
import { classes } from '../../components/classes.ts';
import { LimitBar } from '../../components/LimitBar.tsx';
import { NumberField, type NumberFieldProps } from '../../components/NumberField.tsx';
import { Quantity } from '../../components/Quantity.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import type { FieldHandle } from '../../components/typing.ts';
import { Observation } from './Observation.tsx';
import styles from './PlanForm.module.css';
import type { PlanNumber } from './planEntry.ts';
import { mixingLabel, PLAN_NUMBER_WORDS, productLabel, typedQuantityText, typedValue } from './planWords.ts';
import type { PlanInHand } from './usePlanEditor.ts';
import { WeightRow } from './WeightRow.tsx';

type PlanFormProps = { readonly plan: PlanInHand };

/** What a prescriber writes. The weight is only shown: it comes from the scale. Source: UX 3.6. */
export function PlanForm({ plan }: PlanFormProps) {
  const { view, entry, choice, shown, act } = plan;
  const over = useRef<FieldHandle>(null);
  const vial = useRef<HTMLButtonElement>(null);
  return (
    <section className={styles['form']} aria-label="Order">
      <LimitedField plan={plan} field="dose" autoFocus onNext={() => over.current?.focus()} />
      <LimitedField plan={plan} field="duration" ref={over} onNext={() => vial.current?.focus()} />
      <WeightRow view={view} calculation={shown.calculation} />
      <VialField
        ref={vial}
        products={choice?.products ?? NO_PRODUCTS}
        chosen={entry.typed.product}
        act={act}
      />
      <PrepareRow plan={plan} />
      {choice && <Observation protocol={choice.protocol} shown={shown} />}
    </section>
  );
}

type LimitedFieldProps = PlanFormProps & {
  readonly field: 'dose' | 'duration';
  readonly onNext: () => void;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<FieldHandle>;
};

/** A number with its place among the protocol's limits; the dose is said in words too. */
function LimitedField({ plan, field, onNext, autoFocus = false, ref = null }: LimitedFieldProps) {
  const rule = FIELD_RULES[field];
  const limits = plan.choice?.protocol[field];
  return (
    <div className={styles['row']}>
      <NumberField
        {...fieldProps(field, plan)}
        ref={ref}
        rule={rule}
        labelPlace="left"
        echo={field === 'dose'}
        autoFocus={autoFocus}
        beside={limits && <LimitBar limits={limits} value={typedValue(plan.entry.typed[field], rule)} />}
        onNext={onNext}
      />
    </div>
  );
}

/** An amount in a volume, how they are mixed, and what that makes. */
function PrepareRow({ plan }: PlanFormProps) {
  const volume = useRef<FieldHandle>(null);
  const { entry, choice, shown, act } = plan;
  const concentration = shown.calculation?.sum?.concentration;
  const inner = { labelPlace: 'hidden', unitPlace: 'snug' } as const;
  return (
    <div className={styles['prepare']}>
      <span className={styles['label']}>Prepare</span>
      <NumberField
        {...fieldProps('amount', plan)}
        {...inner}
        rule={FIELD_RULES.amount}
        onNext={() => volume.current?.focus()}
      />
      <span className={styles['in']}>in</span>
      <NumberField {...fieldProps('volume', plan)} {...inner} ref={volume} rule={FIELD_RULES.volume} />
      <span className={styles['diluent']}>{choice?.protocol.diluent}</span>
      <div className={styles['mixing']}>
        <Mixing mixing={entry.typed.mixing} volume={entry.typed.volume} act={act} />
        <span className={classes(styles['strength'], !shown.current && styles['stale'])}>
          {concentration && (
            <>
              = <Quantity value={concentration} />
            </>
          )}
        </span>
      </div>
    </div>
  );
}

type VialFieldProps = Pick<PlanInHand, 'act'> & {
  readonly products: ProtocolChoice['products'];
  readonly chosen: string | null;
  readonly ref: Ref<HTMLButtonElement>;
};

const NO_PRODUCTS: ProtocolChoice['products'] = [];

/** Never picked beforehand: look-alikes are told apart by their strength alone. Not drawn again at every key. */
const VialField = memo(function VialField({ products, chosen, act, ref }: VialFieldProps) {
  return (
    <div className={styles['vial']}>
      <SelectField
        ref={ref}
        label="Vial"
        labelPlace="left"
        emptyWord="Choose the vial"
        choices={products.map((product) => ({ id: product.id, label: productLabel(product) }))}
        chosen={chosen}
        onChoose={(product) => act({ kind: 'chosen', choice: { product } })}
      />
    </div>
  );
});

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

function fieldProps(
  field: PlanNumber,
  { entry: { typed, entered }, act }: PlanInHand,
): Pick<NumberFieldProps, 'label' | 'value' | 'entered' | 'onType' | 'onCommit'> {
  return {
    label: PLAN_NUMBER_WORDS[field],
    value: typed[field],
    entered: entered[field],
    onType: (text) => act({ kind: 'typed', field, text }),
    onCommit: () => act({ kind: 'entered', field }),
  };
}
