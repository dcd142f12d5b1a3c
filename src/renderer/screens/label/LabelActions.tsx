import { LONGEST_REPRINT_REASON } from '../../../contract/typedBounds.ts';
import type { LabelData } from '../../../contract/views/labels.ts';
import type { LabelSize } from '../../../core/session/events.ts';
import { CHECKERS } from '../../../core/session/roles.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import { LabelPrintRoot } from '../../documents/label/LabelPrintRoot.tsx';
import { fitLabel } from '../../documents/label/labelFit.ts';
import { labelWords } from '../../documents/label/labelWords.ts';
import { PreparationLabel } from '../../documents/label/PreparationLabel.tsx';
import { UnprintableNote } from '../../documents/UnprintableNote.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useKeys } from '../../hooks/useKeys.ts';
import styles from '../print/PrintActions.module.css';
import { firstMissing, roleMissing } from '../session/running/sessionWords.ts';
import { LABEL_CHOICES, sizeText, TOO_LONG } from './labelChoices.ts';
import type { ChosenLabel } from './useLabel.ts';
import { useLabelPrint } from './useLabelPrint.ts';

type LabelActionsProps = { readonly session: string; readonly label: ChosenLabel };

/** Print, PDF, or a copy by hand where no printer would. From the second one on a reason is asked for. */
export function LabelActions({ session, label }: LabelActionsProps) {
  const { app, clock } = useApp();
  const { data, choice, choose } = label;
  const { size, reason } = choice;
  const { job, said, failure, begin, run, copyByHand } = useLabelPrint(session, data, choice, () =>
    choose({ reason: '' }),
  );
  const fits = fitLabel(size, labelWords(data, reason)) !== undefined;
  const unsaid = roleMissing(app, CHECKERS) ?? reasonMissing(data, reason);
  const closed = unsaid ?? firstMissing([!fits, TOO_LONG]);
  const print = (to: 'pdf' | 'printer') => (closed === undefined ? void begin(size, to) : undefined);
  const copy = async (): Promise<void> => {
    if (unsaid === undefined && (await copyByHand(size))) choose({ byHand: true });
  };
  useKeys({ 'ctrl+p': () => print('printer') });
  return (
    <div className={styles['actions']}>
      {job && (
        <LabelPrintRoot size={job.sheet} onReady={() => void run(job)}>
          {copiesOf(job.document).map((copy) => (
            <PrintedLabel key={copy} data={job.document} size={job.sheet} reason={reason} />
          ))}
        </LabelPrintRoot>
      )}
      <UnprintableNote data={data} />
      <div className={styles['size']}>
        <Segmented
          label="Label size"
          labelHidden
          choices={LABEL_CHOICES}
          chosen={size}
          onChoose={(chosen) => choose({ size: chosen as LabelSize })}
        />
        <p role="status" className={styles['said']}>
          {said === '' ? sizeText(size) : said}
        </p>
      </div>
      {data.printing > 1 && (
        <TextEntry
          label={`Why REPRINT ${data.printing}`}
          value={reason}
          maxLength={LONGEST_REPRINT_REASON}
          emptyWord="torn"
          onType={(typed) => choose({ reason: typed })}
        />
      )}
      <div className={styles['buttons']}>
        <Button icon="print" shortcut={['Ctrl', 'P']} missing={closed} onPress={() => print('printer')}>
          {printWords(data)}
        </Button>
        <Button onPress={() => print('pdf')}>Save PDF</Button>
        <Button onPress={() => void copy()}>Copy by hand</Button>
      </div>
      {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
    </div>
  );
}

/** `Print label`, `Print 3 labels`, `Print label, REPRINT 2` */
function printWords({ copies, printing }: LabelData): string {
  const labels = copies === 1 ? 'Print label' : `Print ${copies} labels`;
  return printing === 1 ? labels : `${labels}, REPRINT ${printing}`;
}

/** One page for each. */
function copiesOf({ copies }: LabelData): readonly number[] {
  return Array.from({ length: copies }, (_, copy) => copy);
}

/** Every label after the first says on it why it was needed. */
function reasonMissing({ printing }: LabelData, reason: string): string | undefined {
  return firstMissing([printing > 1 && reason.trim() === '', 'Say why the label is printed again.']);
}

type PrintedLabelProps = {
  readonly data: LabelData;
  readonly size: LabelSize;
  readonly reason: string;
};

function PrintedLabel({ data, size, reason }: PrintedLabelProps) {
  const words = labelWords(data, reason);
  const fit = fitLabel(size, words);
  return fit ? <PreparationLabel data={data} size={size} words={words} fit={fit} /> : null;
}
