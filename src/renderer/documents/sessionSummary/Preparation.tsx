import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import { formatDate, formatDateTime, formatHourMinute } from '../../components/time.ts';
import { Part } from '../Part.tsx';
import sheet from '../sheet.module.css';
import { containerLines, mixtureText, peopleText, undilutedText, vialText } from './preparationText.ts';

type PreparationProps = { readonly data: SessionSummaryData };

/** What was drawn up, from which vial, by whom, and who saw it; then every other container (UX 4, D1.3). */
export function Preparation({ data }: PreparationProps) {
  const { preparation, plan, counted } = data.session;
  const zone = data.print.zone;
  if (!preparation) {
    return (
      <Part title="Preparation" spaced>
        <p className={sheet['text']}>Not recorded.</p>
      </Part>
    );
  }
  const { witnessed } = preparation;
  return (
    <Part
      title="Preparation"
      note={
        witnessed ? `label ${witnessed.label}, use by ${lastUseText(witnessed.useBy, data)}` : 'not witnessed'
      }
      spaced
    >
      <p className={sheet['text']}>
        {vialText(preparation)}
        <br />
        {counted ? undilutedText(preparation) : mixtureText(preparation, plan)}
        <br />
        {peopleText(preparation, zone)}
      </p>
      {containerLines(data).map((line) => (
        <p key={line} className={sheet['text']}>
          {line}
        </p>
      ))}
    </Part>
  );
}

function lastUseText(moment: number, { print, times }: SessionSummaryData): string {
  const started = times.start ?? print.printedAt;
  const sameDay = formatDate(moment, print.zone) === formatDate(started, print.zone);
  return sameDay ? formatHourMinute(moment, print.zone) : formatDateTime(moment, print.zone);
}
