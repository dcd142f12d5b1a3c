import { useRef } from 'react';
import type { ProtocolChoice } from '../../../contract/views/plan.ts';
import { FIELD_RULES } from '../../../core/session/entryRules.ts';
import { LimitBar } from '../../components/LimitBar.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import type { FieldHandle } from '../../components/typing.ts';
import styles from './PlanForm.module.css';
import { fieldProps } from './planField.ts';
import { typedValue } from './planWords.ts';
import type { PlanInHand } from './usePlanEditor.ts';

type LoadingRowProps = {
  readonly plan: PlanInHand;
  readonly limits: NonNullable<ProtocolChoice['loading']>;
  readonly onNext: () => void;
};

const CHOICES = [
  { id: 'declined', label: 'None' },
  { id: 'ordered', label: 'Give one first' },
] as const;

/** A loading dose is a line of its own, never inside the dose; that there is none is chosen too. Source: UX 3.6. */
export function LoadingRow({ plan, limits, onNext }: LoadingRowProps) {
  const { typed } = plan.entry;
  const over = useRef<FieldHandle>(null);
  return (
    <>
      <div className={styles['stage']}>
        <span className={styles['label']} aria-hidden="true">
          Loading dose
        </span>
        <Segmented
          label="Loading dose"
          labelHidden
          choices={CHOICES}
          chosen={typed.loading ?? null}
          onChoose={(id) => plan.act({ kind: 'loading', loading: id === 'ordered' ? 'ordered' : 'declined' })}
        />
      </div>
      {typed.loading === 'ordered' && (
        <>
          <div className={styles['row']}>
            <NumberField
              {...fieldProps('loadingDose', plan)}
              rule={FIELD_RULES.dose}
              labelPlace="left"
              echo
              autoFocus
              beside={
                <LimitBar
                  limits={limits.dose}
                  value={typedValue(typed.loadingDose ?? '', FIELD_RULES.dose)}
                />
              }
              onNext={() => over.current?.focus()}
            />
          </div>
          <div className={styles['row']}>
            <NumberField
              {...fieldProps('loadingOver', plan)}
              label="Over"
              ref={over}
              rule={FIELD_RULES.duration}
              labelPlace="left"
              beside={
                <LimitBar
                  limits={limits.duration}
                  value={typedValue(typed.loadingOver ?? '', FIELD_RULES.duration)}
                />
              }
              onNext={onNext}
            />
          </div>
        </>
      )}
    </>
  );
}
