import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { SessionView } from '../../../contract/views/session.ts';
import { formatQuantityText } from '../../../core/quantity/format.ts';
import { formatDate, formatDateTime, formatHourMinute } from '../../components/time.ts';
import { Part } from '../Part.tsx';
import { formatExpiry } from '../paperTime.ts';
import sheet from '../sheet.module.css';

type PreparationProps = { readonly data: SessionSummaryData };
type PreparationView = NonNullable<SessionView['preparation']>;

/** What was drawn up, from which vial, by whom, and who saw it (UX 4, D1.3). */
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
    </Part>
  );
}

function vialText({ vial }: PreparationView): string {
  if (!vial) return 'Vial not recorded';
  const size = formatQuantityText(vial.product.vialVolume);
  const strength = formatQuantityText(vial.product.strength);
  const vials = `${vial.vials} ${vial.vials === 1 ? 'vial' : 'vials'} ${size}`;
  return `${vials}, ${strength}, lot ${vial.lot}, exp ${formatExpiry(vial.expiry)}`;
}

function mixtureText({ drawn, mixed, witnessed }: PreparationView, plan: SessionView['plan']): string {
  if (!drawn) return 'Draw-up not recorded';
  const drug = formatQuantityText(drawn.volume);
  if (!mixed) return `${drug} drawn, diluent not recorded`;
  const final = formatQuantityText(witnessed?.finalVolume ?? mixed.finalVolume);
  return plan?.order.mixing === 'addedTo'
    ? `${drug} added to ${formatQuantityText(plan.order.volume)} ${mixed.diluent}, final ${final}`
    : `${drug} made up to ${final}, ${mixed.diluent}`;
}

/** Of counted doses: the drug as it is in the vial. */
function undilutedText({ drawn }: PreparationView): string {
  return drawn ? `${formatQuantityText(drawn.volume)} drawn up, undiluted` : 'Draw-up not recorded';
}

function peopleText({ drawn, mixed, witnessed }: PreparationView, zone: string): string {
  const prepared = mixed?.done ?? drawn?.done;
  if (!prepared) return 'Prepared by: not recorded';
  const witness = witnessed?.done.witness;
  const seen = witness ? `witness ${witness.name}, typed blind` : 'no witness recorded';
  return `${formatHourMinute(prepared.happenedAt, zone)} ${prepared.by.name}, ${seen}`;
}

function lastUseText(moment: number, { print, times }: SessionSummaryData): string {
  const started = times.start ?? print.printedAt;
  const sameDay = formatDate(moment, print.zone) === formatDate(started, print.zone);
  return sameDay ? formatHourMinute(moment, print.zone) : formatDateTime(moment, print.zone);
}
