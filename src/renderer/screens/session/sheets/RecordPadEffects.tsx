import { useRef } from 'react';
import { Checkbox } from 'react-aria-components';
import type { EffectRow, SessionView } from '../../../../contract/views/session.ts';
import { EFFECTS } from '../../../../core/session/events.ts';
import { severityWord } from '../../../../core/session/words.ts';
import { EffectButton } from '../../../components/EffectButton.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { formatHourMinute } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import {
  effectName,
  effectScale,
  isSerious,
  openEffects,
  withEffect,
  withEnded,
} from '../running/padEffects.ts';
import type { Pad } from '../running/padValues.ts';
import { useFocusOnOpen } from '../running/useFocusOnOpen.ts';
import styles from './RecordPad.module.css';

type RecordPadEffectsProps = {
  readonly pad: Pad;
  readonly onPad: (pad: Pad) => void;
  /** Opened by `E`: the work begins here. */
  readonly focusFirst: boolean;
};

/** The eighteen effects: a press is mild, again moderate, again severe. Source: UX 3.12. */
export function RecordPadEffects({ pad, onPad, focusFirst }: RecordPadEffectsProps) {
  const grid = useRef<HTMLDivElement>(null);
  useFocusOnOpen(grid, focusFirst);
  return (
    <section aria-label="Effects" className={styles['effects']}>
      <div className={styles['effects-head']}>
        <h2>Effects</h2>
        <span>tap mild · tap again moderate · again severe</span>
      </div>
      <div className={styles['grid']} ref={grid}>
        {EFFECTS.map((effect) => (
          <EffectButton
            key={effect}
            label={effectName(effect)}
            scale={effectScale(effect)}
            serious={isSerious(effect)}
            severity={pad.effects[effect] ?? null}
            onSeverity={(severity) => onPad(withEffect(pad, effect, severity))}
          />
        ))}
      </div>
    </section>
  );
}

type OpenEffectsProps = {
  readonly session: SessionView;
  readonly pad: Pad;
  readonly onPad: (pad: Pad) => void;
};

/** What began and has not ended, since when, and the box to say that it has. */
export function RecordPadOpenEffects({ session, pad, onPad }: OpenEffectsProps) {
  const open = openEffects(session);
  if (open.length === 0) return null;
  return (
    <fieldset aria-label="Open effects" className={styles['open']}>
      {open.map((row) => (
        <OpenEffect
          key={row.effect}
          row={row}
          hasEnded={pad.ended.includes(row.effect)}
          onEnded={(hasEnded) => onPad(withEnded(pad, row.effect, hasEnded))}
        />
      ))}
    </fieldset>
  );
}

type OpenEffectProps = {
  readonly row: EffectRow;
  readonly hasEnded: boolean;
  readonly onEnded: (hasEnded: boolean) => void;
};

function OpenEffect({ row, hasEnded, onEnded }: OpenEffectProps) {
  const { clock } = useApp();
  const since = formatHourMinute(row.began.happenedAt, clock.zone);
  return (
    <Checkbox className={styles['ended'] ?? ''} isSelected={hasEnded} onChange={onEnded}>
      <span className={styles['box']}>{hasEnded && <Icon name="check" size={16} />}</span>
      <span>
        {`${effectName(row.effect)} ended`}
        <span className={styles['since']}>{`${severityWord(row.effect, row.severity)} since ${since}`}</span>
      </span>
    </Checkbox>
  );
}
