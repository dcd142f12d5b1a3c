import type { SessionView } from '../../../../contract/views/session.ts';
import type { RecoveryCriterion } from '../../../../core/session/events.ts';
import { hasRole } from '../../../../core/session/roles.ts';
import { DISCHARGE_NEED_WORDS } from '../../../../core/session/words.ts';
import { CheckRow } from '../../../components/CheckRow.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { FailureLine } from '../running/FailureLine.tsx';
import { criterionText, tickedBy } from './recoveryWords.ts';

type CriterionRowProps = { readonly session: SessionView; readonly criterion: RecoveryCriterion };

/**
 * One criterion, ticked or taken back. The tick appears when it is stored, never at the press; each row sends for
 * itself, so two quick presses on two rows are both heard.
 */
export function CriterionRow({ session, criterion }: CriterionRowProps) {
  const { app, clock } = useApp();
  const step = useStep('recovery:recordCriterion');
  const tick = session.recovery?.criteria.find((row) => row.criterion === criterion);
  const isMet = tick?.met ?? false;
  const mayTick = app.user && hasRole(app.user, ['nurse', 'prescriber', 'assistant']);
  return (
    <li>
      <CheckRow
        label={DISCHARGE_NEED_WORDS[criterion]}
        value={criterionText(criterion, session, clock.zone)}
        state={isMet ? 'met' : 'unmet'}
        {...(isMet && tick?.done ? { by: tickedBy(tick.done, clock.zone) } : {})}
        {...(mayTick
          ? { onChange: (met: boolean) => void step.send({ session: session.id, criterion, met }) }
          : {})}
      />
      <FailureLine failure={step.failure} />
    </li>
  );
}
