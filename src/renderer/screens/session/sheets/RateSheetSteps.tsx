import { useRef } from 'react';
import type { InfusionView } from '../../../../contract/views/session.ts';
import { Quantity } from '../../../components/Quantity.tsx';
import type { TypedNumber } from '../running/typedNumber.ts';
import { useFocusOnOpen } from '../running/useFocusOnOpen.ts';
import styles from './RateSheet.module.css';

type RateStepsProps = { readonly infusion: InfusionView; readonly rate: TypedNumber };

/** The protocol's rates as big steps, each with what it means for this patient. Source: UX 3.11. */
export function RateSteps({ infusion, rate }: RateStepsProps) {
  const steps = useRef<HTMLFieldSetElement>(null);
  useFocusOnOpen(steps);
  return (
    <fieldset className={styles['steps']} ref={steps}>
      <legend>Steps of the protocol</legend>
      {infusion.steps.map((step) => {
        const [number = ''] = step.rate.split(' ');
        return (
          <button
            key={step.rate}
            type="button"
            className={styles['step']}
            aria-pressed={rate.entered && rate.value === number}
            onClick={() => rate.enter(number)}
          >
            <Quantity value={step.rate} size={32} />
            <span className={styles['meaning']}>
              <Quantity value={step.doseRate} />
              {step.rate === infusion.rate && <b>runs now</b>}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
