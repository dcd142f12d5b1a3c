import type { InfusionView, SessionView } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { DueChip } from '../../../components/DueChip.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { canDo } from '../../board/chairCommands.ts';
import alert from '../running/SessionAlert.module.css';
import { onWallClock, sessionNow } from '../sessionTime.ts';
import { containerForecast } from './containerWords.ts';

type ContainerAlertProps = {
  readonly session: SessionView;
  readonly infusion: InfusionView;
  readonly onChange: () => void;
};

/** In the last 20 min of a container: when it ends, whether the next is ready, and the way to it. Source: UX 3.11. */
export function ContainerAlert({ session, infusion, onChange }: ContainerAlertProps) {
  const { app, clock } = useApp();
  const { container } = infusion;
  const forecast = containerForecast(container, {
    now: sessionNow(session, clock),
    zone: clock.zone,
    shown: (moment) => onWallClock(moment, session, clock),
  });
  if (!forecast || forecast.level === 'later') return null;
  const next = `${container.noun} ${container.number + 1}`;
  const { nextLabel } = container;
  return (
    <section aria-label={`Change of the ${container.noun}`} className={alert['change']}>
      <DueChip level={forecast.level === 'now' ? 'overdue' : 'due'}>{forecast.text}</DueChip>
      <strong>{nextLabel === null ? `${next} is not prepared` : `${next} is ready, ${nextLabel}`}</strong>
      {canDo('container', session.state, app.user?.roles ?? []) && (
        <Button shortcut="G" onPress={onChange}>
          {nextLabel === null ? `Prepare ${next}` : `Change the ${container.noun}`}
        </Button>
      )}
    </section>
  );
}
