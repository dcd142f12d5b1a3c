import type { LabelData } from '../../../contract/views/labels.ts';
import type { LabelSize } from '../../../core/session/events.ts';
import { call } from '../../hooks/call.ts';
import { useStep } from '../../hooks/useStep.ts';
import { printedWords, usePrintJob } from '../print/usePrintJob.ts';

/** The three ways of a label to its container. `onDone` after each. */
export function useLabelPrint(
  session: string,
  data: LabelData,
  { reason }: { readonly reason: string },
  onDone: () => void,
) {
  const pdf = useStep('label:savePdf');
  const printer = useStep('label:print');
  const hand = useStep('label:copyByHand');
  const { label } = data;
  const request = (size: LabelSize, { position, printing }: LabelData) => ({
    session,
    label,
    size,
    position,
    reason: printing > 1 ? reason.trim() : null,
  });
  const clear = (): void => {
    pdf.clear();
    printer.clear();
    hand.clear();
  };
  const { job, said, unread, begin, run } = usePrintJob<LabelSize, LabelData>({
    load: () => {
      clear();
      return call('label:load', { session, label });
    },
    send: async ({ sheet, to, document }) => {
      const words =
        to === 'pdf'
          ? printedWords(await pdf.send(request(sheet, document)), null)
          : printedWords(null, await printer.send(request(sheet, document)));
      if (words !== '') onDone();
      return words;
    },
  });
  const copyByHand = async (size: LabelSize): Promise<boolean> => {
    clear();
    const copied = await hand.send(request(size, data));
    if (copied) onDone();
    return copied !== null;
  };
  const failure = unread ?? pdf.failure ?? printer.failure ?? hand.failure;
  return { job, said, failure, begin, run, copyByHand };
}
