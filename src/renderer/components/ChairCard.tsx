import { type ReactNode, useEffect, useRef } from 'react';
import type { QuantityText } from '../../core/quantity/quantity.ts';
import styles from './ChairCard.module.css';
import { ChairVitals, type ChairVitalsProps } from './ChairVitals.tsx';
import { classes } from './classes.ts';
import { Figure } from './Figure.tsx';
import { GivenBar, type GivenBarProps } from './GivenBar.tsx';
import { Quantity } from './Quantity.tsx';

/** The second column of a running chair: when it ends, since when it is paused, what the score is. */
export type ChairSide = {
  readonly label: string;
  readonly value: string;
  readonly after?: string;
  readonly note?: string;
};

export type ChairBody =
  | {
      readonly kind: 'infusion';
      readonly rate: QuantityText<'mL/h'>;
      readonly doseRate: QuantityText;
      readonly side: ChairSide;
      readonly given: ReactNode;
      readonly givenPerKg: ReactNode;
      readonly bar: GivenBarProps;
      readonly vitals: ChairVitalsProps;
    }
  | {
      readonly kind: 'doses';
      /** `Sprays`. */
      readonly label: string;
      readonly each: QuantityText<'mg'>;
      /** `2` and `of 3`. */
      readonly count: string;
      readonly of: string;
      readonly side: ChairSide;
      readonly given: ReactNode;
      readonly givenPerKg: ReactNode;
      readonly bar: GivenBarProps;
      readonly vitals: ChairVitalsProps;
    }
  | {
      readonly kind: 'recovery';
      /** `22` and `of 30 min`. */
      readonly observed: string;
      readonly of: string;
      readonly side: ChairSide | null;
      readonly toFinish: number;
      readonly toFinishNote: string;
      readonly bar: GivenBarProps;
      readonly vitals: ChairVitalsProps;
    }
  | {
      readonly kind: 'words';
      readonly label?: string;
      readonly title?: string;
      readonly lines: readonly ReactNode[];
    };

export type ChairCardProps = {
  readonly chair: number;
  /** `OKAFOR, Ada`; null when the chair is empty. */
  readonly name: string | null;
  /** `ketamine 1 mg per mL`, `plan closed until checked`, `ready since 09:40`. */
  readonly line: string;
  readonly chip?: ReactNode;
  readonly body: ChairBody;
  /** Up to three buttons of size `act`. */
  readonly actions: readonly ReactNode[];
  /** Adds the frame of 4 px. */
  readonly overdue?: boolean;
  /** Chosen by its number key. */
  readonly selected?: boolean;
  /** Opens the chair; without it the name is no button. */
  readonly onOpen?: () => void;
};

/** One cell of the board: always in the order of the chairs, read from 3 m away. Source: UX 3.2, mockup 02. */
export function ChairCard(props: ChairCardProps) {
  const { chair, name, overdue = false, selected = false } = props;
  const card = useRef<HTMLElement>(null);
  // The focus goes with the choice: Enter then opens this chair and presses nothing that was left behind.
  useEffect(() => {
    if (selected) card.current?.focus();
  }, [selected]);
  return (
    <article
      ref={card}
      tabIndex={-1}
      className={classes(styles['card'], overdue && styles['overdue'], selected && styles['selected'])}
      aria-label={`Chair ${chair}, ${name ?? 'empty'}`}
    >
      <header className={styles['top']}>
        <h2 className={styles['heading']}>
          <Who {...props} />
        </h2>
        {props.chip}
      </header>
      <Body {...props.body} />
      {props.actions.length > 0 && (
        <div className={styles['actions']}>
          {props.actions.map((action, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: actions have no identity but their place
            <div key={position} className={styles['action']}>
              {action}
            </div>
          ))}
        </div>
      )}
    </article>
  );
}

function Who({ chair, name, line, onOpen }: ChairCardProps) {
  const content = (
    <>
      <span className={classes(styles['number'], name === null && styles['muted'])}>{chair}</span>
      <span className={styles['names']}>
        <span className={classes(styles['name'], name === null && styles['muted'])}>{name ?? 'Empty'}</span>
        <span className={styles['line']}>{line}</span>
      </span>
    </>
  );
  if (!onOpen) return <span className={styles['who']}>{content}</span>;
  return (
    <button type="button" className={styles['who']} onClick={onOpen}>
      {content}
    </button>
  );
}

function Body(body: ChairBody) {
  if (body.kind === 'words') {
    return (
      <div className={styles['words']}>
        {body.label !== undefined && <div className={styles['label']}>{body.label}</div>}
        {body.title !== undefined && <h3 className={styles['title']}>{body.title}</h3>}
        {body.lines.map((line, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <p key={position} className={styles['words-line']}>
            {line}
          </p>
        ))}
      </div>
    );
  }
  return (
    <>
      <div className={styles['middle']}>
        {body.kind === 'infusion' && <RateColumn {...body} />}
        {body.kind === 'doses' && <CountColumn {...body} />}
        {body.kind === 'recovery' && <ObservedColumn {...body} />}
        {body.side && <SideColumn {...body.side} />}
      </div>
      <div className={styles['progress']}>
        {body.kind !== 'recovery' ? (
          <ProgressLine label="Given" main={body.given} note={body.givenPerKg} />
        ) : (
          <ProgressLine label="To finish" main={<b>{body.toFinish}</b>} note={body.toFinishNote} />
        )}
        <GivenBar {...body.bar} />
      </div>
      <ChairVitals {...body.vitals} />
    </>
  );
}

function RateColumn({ rate, doseRate }: Extract<ChairBody, { kind: 'infusion' }>) {
  return (
    <div>
      <div className={styles['label']}>
        Rate{' '}
        <span className={styles['dose-rate']}>
          <Quantity value={doseRate} />
        </span>
      </div>
      <Quantity value={rate} size={64} />
    </div>
  );
}

function CountColumn({ label, each, count, of }: Extract<ChairBody, { kind: 'doses' }>) {
  return (
    <div>
      <div className={styles['label']}>
        {label}{' '}
        <span className={styles['dose-rate']}>
          <Quantity value={each} />
        </span>
      </div>
      <Figure size={64} after={of}>
        {count}
      </Figure>
    </div>
  );
}

function ObservedColumn({ observed, of }: Extract<ChairBody, { kind: 'recovery' }>) {
  return (
    <div>
      <div className={styles['label']}>Observed</div>
      <Figure size={64} after={of}>
        {observed}
      </Figure>
    </div>
  );
}

function SideColumn({ label, value, after, note }: ChairSide) {
  return (
    <div className={styles['side']}>
      <div className={styles['label']}>{label}</div>
      <div>
        <Figure size={24} {...(after === undefined ? {} : { after })}>
          {value}
        </Figure>
      </div>
      {note !== undefined && <div>{note}</div>}
    </div>
  );
}

type ProgressLineProps = { readonly label: string; readonly main: ReactNode; readonly note: ReactNode };

function ProgressLine({ label, main, note }: ProgressLineProps) {
  return (
    <div className={styles['progress-line']}>
      <span>
        <span className={styles['label']}>{label}</span>
        <span className={styles['progress-main']}>{main}</span>
      </span>
      <span className={styles['muted']}>{note}</span>
    </div>
  );
}
