import type { SessionState } from '../../core/session/session.ts';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './StateChip.module.css';

/** A session's state, or that this screen is blind to it. */
export type ShownState = SessionState | 'BLIND';

type Sign = {
  readonly word: string;
  readonly icon: IconName;
  readonly solid?: true;
  readonly tone: 'plain' | 'action' | 'running' | 'paused' | 'due';
};

/** Shape and word for every state; colour comes third. Source: UX 2.2, mockups 02 to 11. */
const SIGNS: Record<ShownState, Sign> = {
  PLANNED: { word: 'PLANNED', icon: 'note', tone: 'plain' },
  AUTHORISED: { word: 'FIRST ENTRY', icon: 'blind', tone: 'due' },
  ENTERED_A: { word: 'SECOND CHECK', icon: 'people', tone: 'due' },
  MISMATCH: { word: 'MISMATCH', icon: 'notEqual', tone: 'due' },
  HELD: { word: 'ON HOLD', icon: 'hold', tone: 'due' },
  MATCHED: { word: 'MATCHED', icon: 'check', tone: 'plain' },
  PREPARED: { word: 'PREPARED', icon: 'syringe', tone: 'plain' },
  READY: { word: 'READY', icon: 'check', tone: 'action' },
  RUNNING: { word: 'RUNNING', icon: 'run', solid: true, tone: 'running' },
  PAUSED: { word: 'PAUSED', icon: 'pause', solid: true, tone: 'paused' },
  RECOVERY: { word: 'RECOVERY', icon: 'recovery', tone: 'plain' },
  DISCHARGED: { word: 'DISCHARGED', icon: 'note', tone: 'plain' },
  SIGNED: { word: 'SIGNED', icon: 'lock', tone: 'plain' },
  CANCELLED: { word: 'CANCELLED', icon: 'cross', tone: 'plain' },
  BLIND: { word: 'BLIND', icon: 'blind', tone: 'plain' },
};

/** Every state there is, for the gallery. */
export const SHOWN_STATES = Object.keys(SIGNS) as readonly ShownState[];

/** The word people know a state by. */
export function stateWord(state: ShownState): string {
  return SIGNS[state].word;
}

/** Where a session stands. */
export function StateChip({ state }: { readonly state: ShownState }) {
  const { word, icon, solid = false, tone } = SIGNS[state];
  return (
    <span className={classes(styles['chip'], styles[tone])}>
      <Icon name={icon} size={16} solid={solid} />
      {word}
    </span>
  );
}
