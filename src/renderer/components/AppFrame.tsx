import type { ReactNode } from 'react';
import styles from './AppFrame.module.css';
import { Rail, type RailItem } from './Rail.tsx';
import { StatusBar, type StatusSlot } from './StatusBar.tsx';
import { TrainingMark } from './TrainingMark.tsx';

export type AppFrameProps = {
  readonly items: readonly RailItem[];
  /** `id` of the item whose screen is open. */
  readonly current: string;
  readonly onGo: (id: string) => void;
  /** Who is signed in; null while locked. */
  readonly person: { readonly initials: string; readonly name: string } | null;
  readonly onLock: () => void;
  readonly status: readonly StatusSlot[];
  /** What a key does now: a command, or text in the field that has the focus. */
  readonly keys: 'commands' | 'typing';
  readonly training: boolean;
  readonly children: ReactNode;
};

/**
 * The frame of every signed-in screen: rail, main region, status bar. From 900 px of width and 560 px of height it
 * stands still and its regions scroll; below that, as at 200 %, the page scrolls as one and nothing is cut off.
 */
export function AppFrame(props: AppFrameProps) {
  return (
    <div className={styles['frame']} data-training={props.training || undefined}>
      <Rail
        items={props.items}
        current={props.current}
        onGo={props.onGo}
        person={props.person}
        onLock={props.onLock}
      />
      <main className={styles['main']}>{props.children}</main>
      <StatusBar slots={props.status} keys={props.keys} />
      {props.training && <TrainingMark />}
    </div>
  );
}
