import type { InfusionView, SessionView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { Button } from '../../../components/Button.tsx';
import { DueChip } from '../../../components/DueChip.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { canDo } from '../../board/chairCommands.ts';
import alert from '../running/SessionAlert.module.css';
import { onWallClock, sessionNow } from '../sessionTime.ts';
import { stageForecast } from './stageForecast.ts';

type StageAlertProps = {
  readonly session: SessionView;
  readonly infusion: InfusionView;
  readonly onBegin: () => void;
};

/** From shortly before a stage has run in: what comes next, and the way to it. Due until somebody begins it. */
export function StageAlert({ session, infusion, onBegin }: StageAlertProps) {
  const { app, clock } = useApp();
  const forecast = stageForecast(infusion, {
    now: sessionNow(session, clock),
    zone: clock.zone,
    shown: (moment) => onWallClock(moment, session, clock),
  });
  const next = infusion.stage?.next;
  if (!next || !forecast || forecast.level === 'later') return null;
  return (
    <section aria-label="Next stage" className={alert['change']}>
      <DueChip level={forecast.level === 'now' ? 'overdue' : 'due'}>{forecast.text}</DueChip>
      <strong>{`${next.name}: ${formatQuantityText(next.rate)}, ${formatQuantityText(next.volume)}`}</strong>
      {canDo('stage', session.state, app.user?.roles ?? []) && (
        <Button shortcut="T" onPress={onBegin}>
          {`Begin the ${next.name}`}
        </Button>
      )}
    </section>
  );
}
