import type { SessionView } from '../../../../contract/views/session.ts';
import { ActionBar } from '../../../components/ActionBar.tsx';
import { Button } from '../../../components/Button.tsx';
import type { IconName } from '../../../components/Icon.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { belongsTo, type ChairCommand, canDo } from '../../board/chairCommands.ts';
import { capital } from '../container/containerWords.ts';

type Verb = {
  readonly command: ChairCommand;
  readonly word: string;
  readonly icon: IconName;
  readonly key: string;
  readonly solid?: true;
};

const VITALS: Verb = { command: 'vitals', word: 'Vitals', icon: 'heart', key: 'V' };
const EFFECT: Verb = { command: 'effect', word: 'Effect', icon: 'effect', key: 'E' };
const NOTE: Verb = { command: 'note', word: 'Note', icon: 'note', key: 'N' };
const RATE: Verb = { command: 'rate', word: 'Rate', icon: 'pump', key: 'R' };
const STAGE: Verb = { command: 'stage', word: 'Next stage', icon: 'run', key: 'T' };
const DOSE: Verb = { command: 'dose', word: 'Dose', icon: 'syringe', key: 'D' };
const PAUSE: Verb = { command: 'pause', word: 'Pause', icon: 'pause', key: 'P', solid: true };
const RESUME: Verb = { command: 'resume', word: 'Resume', icon: 'run', key: 'P', solid: true };
const COMPLETE: Verb = { command: 'complete', word: 'Complete', icon: 'recovery', key: 'C' };
const STOP: Verb = { command: 'stop', word: 'Stop', icon: 'octagon', key: 'S' };

/** `Syringe`, `Bag`: the change of what is connected. */
function containerVerb({ infusion }: SessionView): Verb {
  const word = capital(infusion?.container.noun ?? 'container');
  return { command: 'container', word, icon: 'syringe', key: 'G' };
}

/** Groups apart by 24 px: Pause never stands beside another button that is pressed in a hurry. Source: UX 3.0. */
function groupsOf(session: SessionView): readonly (readonly Verb[])[] {
  return [
    [VITALS, EFFECT, RATE, STAGE, DOSE],
    [PAUSE, RESUME],
    [containerVerb(session), NOTE, COMPLETE],
  ];
}

type RunningActionsProps = {
  readonly session: SessionView;
  /** What is due now; the rest is quiet. */
  readonly due: ChairCommand | null;
  readonly onCommand: (command: ChairCommand) => void;
};

/** What can be recorded while the infusion runs or is paused; Stop alone at the far right. Source: UX 3.11. */
export function RunningActions({ session, due, onCommand }: RunningActionsProps) {
  const { app } = useApp();
  const can = ({ command }: Verb): boolean =>
    belongsTo(command, session) && canDo(command, session.state, app.user?.roles ?? []);
  const button = ({ command, word, icon, key, solid }: Verb) => (
    <Button
      key={command}
      size="act"
      icon={icon}
      iconSolid={solid ?? false}
      keepIcon={solid ?? command === 'stop'}
      shortcut={key}
      variant={command === 'stop' ? 'stop' : command === due ? 'primary' : 'quiet'}
      onPress={() => onCommand(command)}
    >
      {command === 'dose' ? doseWord(session) : word}
    </Button>
  );
  const groups = groupsOf(session)
    .map((verbs) => verbs.filter(can))
    .filter((verbs) => verbs.length > 0);
  if (groups.length === 0 && !can(STOP)) return null;
  return (
    <ActionBar crowded groups={groups.map((verbs) => verbs.map(button))} end={can(STOP) && button(STOP)} />
  );
}

/** The keys of the same commands; a command that is not allowed has none. */
export function runningKeys(
  session: SessionView,
  can: (command: ChairCommand) => boolean,
  onCommand: (command: ChairCommand) => void,
): Record<string, (() => void) | undefined> {
  const held = session.state === 'PAUSED' ? RESUME : PAUSE;
  const verbs = [VITALS, EFFECT, NOTE, RATE, STAGE, DOSE, held, containerVerb(session), COMPLETE, STOP];
  return Object.fromEntries(
    verbs.map(({ command, key }) => [
      key.toLowerCase(),
      belongsTo(command, session) && can(command) ? () => onCommand(command) : undefined,
    ]),
  );
}

/** `Spray`, `Injection` */
export function doseWord({ counted }: Pick<SessionView, 'counted'>): string {
  return counted?.of === 'injection' ? 'Injection' : 'Spray';
}
