import { useRef } from 'react';
import type { CountedChoice } from '../../../contract/views/plan.ts';
import { formatQuantityText, NO_BREAK_SPACE } from '../../../core/quantity/format.ts';
import { COUNTED_RULES } from '../../../core/session/countedEntry.ts';
import { LimitBar } from '../../components/LimitBar.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Quantity } from '../../components/Quantity.tsx';
import type { FieldHandle } from '../../components/typing.ts';
import styles from './PlanForm.module.css';
import { fieldProps } from './planField.ts';
import type { PlanInHand } from './usePlanEditor.ts';
import { VialField } from './VialField.tsx';
import { WeightRow } from './WeightRow.tsx';

type CountedFieldsProps = { readonly plan: PlanInHand; readonly choice: CountedChoice };

/** An order of counted doses: how many, how far apart, from which vial. No field of a pump. Source: UX 3.6. */
export function CountedFields({ plan, choice }: CountedFieldsProps) {
  const { view, entry, shown, act } = plan;
  const gap = useRef<FieldHandle>(null);
  const vial = useRef<HTMLButtonElement>(null);
  const { protocol, products, limits } = choice;
  const total = shown.current ? (shown.calculation?.counted?.sum.dose ?? null) : null;
  return (
    <>
      <div className={styles['weight']}>
        <span className={styles['label']}>
          {protocol.device.kind === 'spray' ? 'One spray' : 'One injection'}
        </span>
        <span className={styles['measured']}>
          <Quantity value={protocol.perDose} size={32} />
        </span>
        <span className={styles['muted']}>fixed by the protocol</span>
      </div>
      <div className={styles['row']}>
        <NumberField
          {...fieldProps('doses', plan)}
          rule={COUNTED_RULES.doses}
          labelPlace="left"
          autoFocus
          beside={<LimitBar limits={limits} value={total} />}
          onNext={() => gap.current?.focus()}
        />
      </div>
      <div className={styles['row']}>
        <NumberField
          {...fieldProps('gap', plan)}
          ref={gap}
          rule={COUNTED_RULES.gap}
          labelPlace="left"
          beside={<span className={styles['muted']}>{allowed(choice)}</span>}
          onNext={() => vial.current?.focus()}
        />
      </div>
      <WeightRow view={view} calculation={shown.calculation} />
      <VialField ref={vial} products={products} amount="mg" chosen={entry.typed.product} act={act} />
      <div className={styles['line']}>
        <span className={styles['label']}>Given with</span>
        <span>{protocol.device.name}</span>
        <span className={styles['far']}>
          undiluted, at most {formatQuantityText(protocol.device.doseMaximum)} at once
        </span>
      </div>
      <div className={styles['line']}>
        <span className={styles['label']}>Observe</span>
        <span>
          <strong>
            {protocol.observationMinutes}
            {NO_BREAK_SPACE}min
          </strong>{' '}
          <span className={styles['muted']}>after the last dose</span>
        </span>
        <span className={styles['far']}>
          Vitals every {protocol.vitalsEveryMinutes.infusion}
          {NO_BREAK_SPACE}min, then every {protocol.vitalsEveryMinutes.recovery}
          {NO_BREAK_SPACE}min
        </span>
      </div>
    </>
  );
}

/** `2 to 5 sprays, 5 min apart or more` */
function allowed({ protocol: { doses, gapMinutes, device } }: CountedChoice): string {
  return `${doses.lowest} to ${doses.highest} ${device.kind}s, ${gapMinutes}${NO_BREAK_SPACE}min apart or more`;
}
