import type { ReactNode } from 'react';
import { classes } from '../../../components/classes.ts';
import { Icon } from '../../../components/Icon.tsx';
import type { PreparationStep } from './preparationSteps.ts';
import styles from './StepList.module.css';

type StepListProps = {
  readonly steps: readonly PreparationStep[];
  /** What is done in a current step, by its number. */
  readonly work: Readonly<Record<number, ReactNode>>;
};

/** What is done, what is to be done now, what comes: the current step large. */
export function StepList({ steps, work }: StepListProps) {
  return (
    <ol className={styles['list']}>
      {steps.map((step) => (
        <li
          key={step.number}
          className={classes(styles['step'], styles[step.state])}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className={styles['number']}>
            {step.state === 'done' ? <Icon name="check" label="done" /> : step.number}
          </span>
          <div className={styles['words']}>
            <h2 className={styles['title']}>{step.title}</h2>
            {step.state !== 'current' && step.details.map((line) => <p key={line}>{line}</p>)}
          </div>
          {step.who !== null && (
            <span className={styles['by']}>
              {step.who} <span>{step.when}</span>
            </span>
          )}
          {step.state === 'current' && <div className={styles['work']}>{work[step.number]}</div>}
        </li>
      ))}
    </ol>
  );
}
