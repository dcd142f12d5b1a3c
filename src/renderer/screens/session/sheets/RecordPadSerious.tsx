import { useEffect, useEffectEvent } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import type { EffectKind } from '../../../../core/session/events.ts';
import { EFFECT_WORDS } from '../../../../core/session/words.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { capitalised } from '../../../documents/words.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { chairAndPatient } from '../running/sessionWords.ts';
import styles from './RecordPad.module.css';

type RecordPadSeriousProps = {
  readonly session: SessionView;
  readonly effects: readonly EffectKind[];
  readonly onClose: () => void;
  readonly onPause: () => void;
};

/** After psychosis or a seizure was saved: the pump first. The key opens the pause, it does not record it. */
export function RecordPadSerious({ session, effects, onClose, onPause }: RecordPadSeriousProps) {
  usePressOf('p', onPause);
  const names = effects.map((effect) => EFFECT_WORDS[effect]).join(' and ');
  return (
    <CareSheet
      session={session}
      title="Recorded"
      onClose={onClose}
      save={
        <Button variant="primary" size="act" icon="pause" iconSolid shortcut="P" autoFocus onPress={onPause}>
          {`Pause ${chairAndPatient(session)}`}
        </Button>
      }
    >
      <p role="alert" className={styles['serious']}>
        <Icon name="octagon" size={24} solid />
        <span>{`${capitalised(names)} is recorded. ${session.counted ? 'Give no dose for now?' : 'Pause the pump?'}`}</span>
      </p>
    </CareSheet>
  );
}

/** A single key of this sheet; those of the screen below it rest while a sheet lies over them. */
function usePressOf(key: string, act: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== key || event.repeat || event.ctrlKey || event.altKey || event.metaKey)
      return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
