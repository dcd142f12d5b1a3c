import type { CheckView, TypedCheckAnswer } from '../../../../../contract/views/checklist.ts';
import type { SessionView } from '../../../../../contract/views/session.ts';
import { checkStanding } from '../../../../../core/session/checklist.ts';
import { hasRole } from '../../../../../core/session/roles.ts';
import { Button } from '../../../../components/Button.tsx';
import { classes } from '../../../../components/classes.ts';
import { Icon } from '../../../../components/Icon.tsx';
import { useApp } from '../../../../hooks/useApp.tsx';
import { useStep } from '../../../../hooks/useStep.ts';
import { FailureLine } from '../../running/FailureLine.tsx';
import { whoWhen } from '../../running/sessionWords.ts';
import styles from './Checklist.module.css';
import { answerText } from './checkWords.ts';

type CheckLineProps = {
  readonly session: SessionView;
  readonly check: CheckView;
  readonly onOpen: (as: 'answer' | 'no' | 'decision') => void;
};

/** One item. The tick appears when it is stored, never at the press; each line sends for itself. */
export function CheckLine({ session, check, onOpen }: CheckLineProps) {
  const { app, clock } = useApp();
  const step = useStep('checklist:answer');
  const { item, answer, done, decision } = check;
  const standing = checkStanding(item, answer && { answer, decision }, clock.now);
  const may = app.user !== null && hasRole(app.user, ['nurse', 'prescriber']);
  const send = (typed: TypedCheckAnswer): void =>
    void step.send({ session: session.id, item: item.id, answer: typed });
  return (
    <li className={classes(styles['line'], styles[standing])} data-check={item.id}>
      <span className={styles['box']}>
        {standing === 'holds' && <Icon name="check" size={16} label="holds" />}
        {standing === 'needsPrescriber' && <Icon name="warning" size={16} label="a prescriber decides" />}
      </span>
      <span className={styles['text']}>
        {item.text} <span className={styles['detail']}>{answerText(check, clock.now, clock.zone)}</span>
        {decision && (
          <span className={styles['decision']}>
            {`${whoWhen({ by: decision.prescriber, happenedAt: decision.done.happenedAt }, clock.zone)} decided: ${decision.reason}`}
          </span>
        )}
      </span>
      {done && <span className={styles['by']}>{whoWhen(done, clock.zone)}</span>}
      {may && <LineButtons check={check} standing={standing} onSend={send} onOpen={onOpen} />}
      <FailureLine failure={step.failure} />
    </li>
  );
}

type LineButtonsProps = {
  readonly check: CheckView;
  readonly standing: ReturnType<typeof checkStanding>;
  readonly onSend: (answer: TypedCheckAnswer) => void;
  readonly onOpen: CheckLineProps['onOpen'];
};

function LineButtons({ check: { item, answer }, standing, onSend, onOpen }: LineButtonsProps) {
  const named = (word: string): string => `${word}: ${item.text}`;
  if (answer !== null) {
    return (
      <span className={styles['buttons']}>
        {standing === 'needsPrescriber' && (
          <Button onPress={() => onOpen('decision')} label={named('Prescriber decides')}>
            Prescriber decides
          </Button>
        )}
        <Button variant="ghost" onPress={() => onOpen('answer')} label={named('Change')}>
          Change
        </Button>
      </span>
    );
  }
  if (item.asks !== 'yesNo' && item.asks !== 'consent') {
    return (
      <span className={styles['buttons']}>
        <Button onPress={() => onOpen('answer')} label={named('Answer')}>
          Answer
        </Button>
      </span>
    );
  }
  return (
    <span className={styles['buttons']}>
      <Button onPress={() => onSend({ kind: 'yes' })} label={named('Yes')}>
        Yes
      </Button>
      <Button onPress={() => onOpen('no')} label={named('No')}>
        No
      </Button>
    </span>
  );
}
