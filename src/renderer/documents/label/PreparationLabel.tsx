import type { ReactNode } from 'react';
import type { LabelData } from '../../../contract/views/labels.ts';
import type { LabelSize } from '../../../core/session/events.ts';
import { classes } from '../../components/classes.ts';
import { SquareCode } from '../SquareCode.tsx';
import { flagMarks, flagPatient, identityText, type LabelFit, MIXED_POINTS, marks } from './labelFit.ts';
import type { LabelWords } from './labelWords.ts';
import styles from './PreparationLabel.module.css';

type PreparationLabelProps = {
  readonly data: LabelData;
  readonly size: LabelSize;
  readonly words: LabelWords;
  readonly fit: LabelFit;
};

type TextsProps = Pick<PreparationLabelProps, 'words' | 'fit'>;

/** D2 in one of its three sizes: what is printed, and what the preview shows. Source: UX 4, D2; mockups d2-labels. */
export function PreparationLabel({ data, size, words, fit }: PreparationLabelProps) {
  const Texts = TEXTS[size];
  return (
    <div className={classes(styles['label'], styles[size])} lang="en" data-label={size}>
      <div className={styles['text']}>
        <Texts words={words} fit={fit} />
      </div>
      <div className={styles['code']}>
        <SquareCode shape={data.code} label={`Code ${data.label}`} />
        <span className={styles['four']}>{data.label.slice(-4)}</span>
        {size !== 'flag' && <span className={styles['number']}>{data.label}</span>}
      </div>
    </div>
  );
}

type LineProps = {
  readonly fit: LabelFit;
  /** The row of the fit it is set by. */
  readonly row: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** One text of a label in the size it fits in; nothing where it says nothing. */
function Line({ fit, row, className, children }: LineProps) {
  const points = fit[row];
  if (points === undefined) return null;
  return (
    <div className={className} style={{ fontSize: `${points}pt` }}>
      {children}
    </div>
  );
}

function BagTexts({ words, fit }: TextsProps) {
  return (
    <>
      <Line fit={fit} row="drug">
        <b>{words.drug}</b>
      </Line>
      <div className={styles['mixed']}>
        <b style={{ fontSize: `${MIXED_POINTS}pt` }}>{`${words.mixed} ${words.sign}`}</b>
        <Line fit={fit} row="strength" className={styles['box']}>
          <b>{words.strength}</b>
        </Line>
      </div>
      <Line fit={fit} row="diluent">
        {words.diluentLine}
      </Line>
      <Line fit={fit} row="name" className={styles['rule']}>
        <b>{words.name}</b>
      </Line>
      <Line fit={fit} row="identity">
        {identityText(words)}
      </Line>
      <Line fit={fit} row="route" className={styles['rule']}>
        <b>{words.route}</b>
      </Line>
      <Line fit={fit} row="prepared">
        {words.prepared}
      </Line>
      <Line fit={fit} row="useBy">
        <b>{words.useBy}</b>
      </Line>
      <Line fit={fit} row="reprint" className={styles['framed']}>
        <b>{words.reprint}</b>
      </Line>
      <Line fit={fit} row="notice">
        <b>{words.notice}</b>
      </Line>
    </>
  );
}

function SyringeTexts({ words, fit }: TextsProps) {
  return (
    <>
      <div className={styles['beside']}>
        <Line fit={fit} row="drug">
          <b>{words.drug}</b>
        </Line>
        <b className={styles['box']} style={{ fontSize: '11pt' }}>
          {words.strength}
        </b>
      </div>
      <Line fit={fit} row="mixed">
        <b>{words.mixed}</b> {words.diluent}
      </Line>
      <div className={styles['beside']}>
        <Line fit={fit} row="name">
          <b>{words.name}</b>
        </Line>
        <b style={{ fontSize: '7pt', whiteSpace: 'nowrap' }}>{words.route}</b>
      </div>
      <Line fit={fit} row="identity">
        {identityText(words)}
      </Line>
      <Line fit={fit} row="prepared">
        {words.shortPrepared}
      </Line>
      <Line fit={fit} row="useBy">
        <b>{words.useBy}</b>
      </Line>
      <Line fit={fit} row="marks">
        <b>{marks(words.reprint, words)}</b>
      </Line>
    </>
  );
}

function FlagTexts({ words, fit }: TextsProps) {
  return (
    <>
      <Line fit={fit} row="drug">
        <b>{words.drug}</b>
      </Line>
      <Line fit={fit} row="strength">
        <b>{words.strength}</b>
      </Line>
      <Line fit={fit} row="name">
        {flagPatient(words)}
      </Line>
      <Line fit={fit} row="useBy">
        <b>{words.shortUseBy}</b>
      </Line>
      <Line fit={fit} row="marks">
        <b>{flagMarks(words)}</b>
      </Line>
    </>
  );
}

const TEXTS = { bag: BagTexts, syringe: SyringeTexts, flag: FlagTexts } as const;
