import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { SessionView } from '../../../contract/views/session.ts';
import { formatQuantityText } from '../../../core/quantity/format.ts';
import { formatElapsed } from '../../../core/quantity/formatDuration.ts';
import { formatHourMinute, formatTimeSince } from '../../components/time.ts';
import { formatExpiry } from '../paperTime.ts';

type PreparationView = NonNullable<SessionView['preparation']>;
type EarlierContainer = SessionView['earlierContainers'][number];

export function vialText({ vial }: PreparationView): string {
  if (!vial) return 'Vial not recorded';
  const size = formatQuantityText(vial.product.vialVolume);
  const strength = formatQuantityText(vial.product.strength);
  const vials = `${vial.vials} ${vial.vials === 1 ? 'vial' : 'vials'} ${size}`;
  return `${vials}, ${strength}, lot ${vial.lot}, exp ${formatExpiry(vial.expiry)}`;
}

export function mixtureText({ drawn, mixed, witnessed }: PreparationView, plan: SessionView['plan']): string {
  if (!drawn) return 'Draw-up not recorded';
  const drug = formatQuantityText(drawn.volume);
  if (!mixed) return `${drug} drawn, diluent not recorded`;
  const final = formatQuantityText(witnessed?.finalVolume ?? mixed.finalVolume);
  return plan?.order.mixing === 'addedTo'
    ? `${drug} added to ${formatQuantityText(plan.order.volume)} ${mixed.diluent}, final ${final}`
    : `${drug} made up to ${final}, ${mixed.diluent}`;
}

/** Of counted doses: the drug as it is in the vial. */
export function undilutedText({ drawn }: PreparationView): string {
  return drawn ? `${formatQuantityText(drawn.volume)} drawn up, undiluted` : 'Draw-up not recorded';
}

export function peopleText({ drawn, mixed, witnessed }: PreparationView, zone: string): string {
  const prepared = mixed?.done ?? drawn?.done;
  if (!prepared) return 'Prepared by: not recorded';
  const witness = witnessed?.done.witness;
  const seen = witness ? `witness ${witness.name}, typed blind` : 'no witness recorded';
  return `${formatHourMinute(prepared.happenedAt, zone)} ${prepared.by.name}, ${seen}`;
}

/** Every container but the one that was connected last, a line each; none in a session of one. */
export function containerLines(data: SessionSummaryData): readonly string[] {
  const { earlierContainers, discardedPreparations } = data.session;
  return [
    ...earlierContainers.map((earlier) => earlierText(earlier, data)),
    ...discardedPreparations.map(discardedText),
  ];
}

/** What it was, until when it was connected, and what was left in it. */
function earlierText({ preparation, change }: EarlierContainer, data: SessionSummaryData): string {
  const { zone } = data.print;
  const { done, restartedAt, volumeLeft, calculatedLeft, leftReason } = change;
  const until = formatTimeSince(data.times.start ?? done.happenedAt, done.happenedAt, zone);
  const still =
    restartedAt === null ? 'while paused' : `pump stopped ${formatElapsed(restartedAt - done.happenedAt)}`;
  const record = volumeLeft === calculatedLeft ? '' : `, record ${formatQuantityText(calculatedLeft)}`;
  const why = leftReason === null ? '' : `, ${leftReason}`;
  const people = `${done.by.name}, checked ${done.witness?.name ?? 'by nobody'}`;
  return [
    `Before it ${preparation.witnessed?.label ?? 'no label'}: ${vialText(preparation)}`,
    peopleText(preparation, zone),
    `changed ${until}, ${still}, ${formatQuantityText(volumeLeft)} left${record}${why}, ${people}`,
  ].join('; ');
}

function discardedText(preparation: PreparationView): string {
  const { witnessed, drawn } = preparation;
  const drug = drawn ? `${formatQuantityText(drawn.amount)} drawn` : 'nothing drawn';
  return `Not connected ${witnessed?.label ?? 'no label'}: ${vialText(preparation)}; ${drug}`;
}
