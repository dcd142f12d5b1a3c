import type { Failure } from '../../../../contract/failures.ts';
import type { InfusionView } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { NumberField } from '../../../components/NumberField.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import styles from '../running/sheetBody.module.css';
import type { ContainerChange } from './useContainerChange.ts';

type ContainerFieldsProps = {
  readonly change: ContainerChange;
  readonly infusion: InfusionView;
  /** The pump stands still before the change and after it. */
  readonly isStill: boolean;
  readonly onDone: () => void;
};

/** What is done at the pump, in its order: stopped, changed, running again. */
export function ContainerFields({ change, infusion, isStill, onDone }: ContainerFieldsProps) {
  const stays = infusion.paused ? 'The pump stays paused.' : 'The pump stands still until the next stage.';
  const { noun, number } = infusion.container;
  return (
    <>
      <p className={styles['first']}>{isStill ? `Change the ${noun}. ${stays}` : 'Stop the pump first.'}</p>
      <div className={styles['pair']}>
        <TextEntry
          label={isStill ? 'Changed at' : 'Pump stopped at'}
          value={change.stopped}
          maxLength={8}
          emptyWord="HH:MM:SS"
          onType={change.setStopped}
        />
        <NumberField
          {...change.left.field}
          label={`Left in ${noun} ${number}`}
          hint={`read the old ${noun}`}
        />
        <TextEntry
          label="Last 4 of the new label"
          value={change.label}
          maxLength={20}
          onType={change.setLabel}
          {...(isStill ? { onEnter: onDone } : {})}
        />
        {!isStill && <RestartField change={change} onDone={onDone} />}
      </div>
      <Reasons change={change} noun={noun} />
    </>
  );
}

function RestartField({ change, onDone }: Pick<ContainerFieldsProps, 'change' | 'onDone'>) {
  return (
    <TextEntry
      label="Pump ran again at"
      value={change.restarted}
      maxLength={8}
      emptyWord="HH:MM:SS"
      onType={change.setRestarted}
      onEnter={onDone}
    >
      <Button icon="run" onPress={() => void change.restartNow()}>
        The pump runs again now
      </Button>
    </TextEntry>
  );
}

/** Asked only when the record asks for them: far from its own figure, or recorded long after. */
function Reasons({ change, noun }: Pick<ContainerFieldsProps, 'change'> & { readonly noun: string }) {
  const asked = (kind: Failure['kind'], text: string): boolean =>
    text !== '' || change.step.failure?.kind === kind;
  return (
    <>
      {asked('containerLeftDiffers', change.leftReason) && (
        <TextEntry
          label={`Why the ${noun} and the record differ`}
          value={change.leftReason}
          onType={change.setLeftReason}
        />
      )}
      {asked('lateReasonMissing', change.lateReason) && (
        <TextEntry
          label="Why this is recorded so late, or the number of the downtime form"
          value={change.lateReason}
          onType={change.setLateReason}
        />
      )}
    </>
  );
}
