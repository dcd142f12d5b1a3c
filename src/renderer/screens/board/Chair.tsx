import type { ClockTick } from '../../../contract/views/app.ts';
import type { BoardView, ChairSession } from '../../../contract/views/session.ts';
import type { Role } from '../../../core/session/roles.ts';
import { Button } from '../../components/Button.tsx';
import { ChairCard } from '../../components/ChairCard.tsx';
import { patientName } from '../../components/patientName.ts';
import { StateChip } from '../../components/StateChip.tsx';
import { usePlace } from '../../hooks/usePlace.tsx';
import { interruptionWord } from '../session/running/interruptionText.ts';
import { doseWord } from '../session/running/RunningActions.tsx';
import { sessionNow } from '../session/sessionTime.ts';
import { vitalsDue } from './boardWords.ts';
import { chairBody, chairLine, nextStepWord } from './chairBody.tsx';
import { type ChairCommand, canDo } from './chairCommands.ts';

type ChairProps = {
  readonly chair: BoardView['chairs'][number];
  readonly clock: ClockTick;
  readonly roles: readonly Role[];
  readonly selected: boolean;
  readonly onAct: (command: ChairCommand) => void;
};

/** One chair of the board, whatever stands there. */
export function Chair({ chair, clock, roles, selected, onAct }: ChairProps) {
  const { go } = usePlace();
  const { session, number, name } = chair;
  if (!session) return <EmptyChair number={number} name={name} roles={roles} selected={selected} />;
  const open = (): void => go({ at: 'session', session: session.id });
  const due = vitalsDue(session, sessionNow(session, clock));
  return (
    <ChairCard
      chair={number}
      name={patientName(session.patient)}
      line={chairLine(session, clock)}
      chip={<StateChip state={session.state} />}
      body={chairBody(session, clock, due)}
      actions={actions(session, roles, due?.level === 'overdue', onAct, open)}
      overdue={due?.level === 'overdue'}
      selected={selected}
      onOpen={open}
    />
  );
}

function EmptyChair(props: {
  readonly number: number;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly selected: boolean;
}) {
  const { go } = usePlace();
  const plans = props.roles.includes('prescriber');
  return (
    <ChairCard
      chair={props.number}
      name={null}
      line={props.name}
      body={{ kind: 'words', lines: ['No session here.'] }}
      actions={
        plans
          ? [
              <Button key="plan" size="act" icon="note" onPress={() => go({ at: 'patients' })}>
                Plan a session
              </Button>,
            ]
          : []
      }
      selected={props.selected}
    />
  );
}

/** Up to three: what is done most while something runs, otherwise the one next step. */
function actions(
  session: ChairSession,
  roles: readonly Role[],
  vitalsOverdue: boolean,
  onAct: (command: ChairCommand) => void,
  open: () => void,
) {
  const can = (command: ChairCommand): boolean => canDo(command, session.state, roles);
  const vitals = (
    <Button
      key="v"
      size="act"
      variant={vitalsOverdue ? 'primary' : 'quiet'}
      shortcut="V"
      onPress={() => onAct('vitals')}
    >
      Vitals
    </Button>
  );
  const effect = (
    <Button key="e" size="act" shortcut="E" onPress={() => onAct('effect')}>
      Effect
    </Button>
  );
  const dose = (
    <Button key="d" size="act" shortcut="D" onPress={() => onAct('dose')}>
      {doseWord(session)}
    </Button>
  );
  if (session.interruption && can('interruption')) {
    return [
      <Button
        key="i"
        size="act"
        variant="primary"
        icon={session.counted ? 'check' : 'pump'}
        onPress={() => onAct('interruption')}
      >
        {interruptionWord(session)}
      </Button>,
    ];
  }
  if (session.state === 'RUNNING' && can('pause')) {
    return [
      ...(can('vitals') ? [vitals, session.counted && can('dose') ? dose : effect] : []),
      <Button key="p" size="act" shortcut="P" onPress={() => onAct('pause')}>
        Pause
      </Button>,
    ];
  }
  if (session.state === 'PAUSED' && can('resume')) {
    return [
      vitals,
      effect,
      <Button key="p" size="act" shortcut="P" onPress={() => onAct('resume')}>
        Resume
      </Button>,
    ];
  }
  const next = (
    <Button key="next" size="act" onPress={open}>
      {nextStepWord(session)}
    </Button>
  );
  return session.state === 'RECOVERY' && can('vitals') ? [vitals, effect, next] : [next];
}
