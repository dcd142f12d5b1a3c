import type { CountedView, SessionView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { formatHourMinute } from '../../../components/time.ts';
import { monthAndYear, type PreparationStep } from '../prepare/preparationSteps.ts';

type Preparation = NonNullable<SessionView['preparation']>;

/** A session of counted doses whose values are open and whose preparation has begun or can begin. */
export type CountedProps = {
  readonly session: SessionView;
  readonly counted: CountedView;
  readonly preparation: Preparation;
};

export const COUNTED_STEP_COUNT = 5;

/** The steps that are to be done now: the label is copied and read back at once. */
export function currentCounted({ vial, drawn, witnessed }: Preparation): readonly number[] {
  if (!vial) return [1];
  if (!drawn) return [2];
  return witnessed ? [4, 5] : [3];
}

/** `ketamine 50 mg per mL, vial 10 mL` */
export function vialText({ drugName }: SessionView, { product }: CountedView): string {
  return `${drugName} ${formatQuantityText(product.strength)}, vial ${formatQuantityText(product.vialVolume)}`;
}

/** What is filled, each device: `0.7 mL into the atomiser on a syringe`. */
export function fillText({ sum, device, of }: CountedView): string {
  const fill = formatQuantityText(sum.fill);
  return of === 'spray'
    ? `${fill} into the ${device}`
    : `${sum.devices} syringes with ${fill} each, ${device}`;
}

type Said = Pick<PreparationStep, 'title' | 'details'> & {
  readonly done: { readonly by: { readonly name: string }; readonly happenedAt: number } | null;
};

/** The five steps: the drug is given as it is in the vial, so none of them is a diluent. */
export function countedSteps(props: CountedProps, zone: string): readonly PreparationStep[] {
  const current = currentCounted(props.preparation);
  return said(props).map(({ title, details, done }, index) => ({
    number: index + 1,
    title,
    details,
    state: done ? 'done' : current.includes(index + 1) ? 'current' : 'coming',
    who: done?.by.name ?? null,
    when: done ? formatHourMinute(done.happenedAt, zone) : null,
  }));
}

function said({ session, counted, preparation }: CountedProps): readonly Said[] {
  const { vial, drawn, witnessed, labelChecked } = preparation;
  const opened = vial && [
    `${vialText(session, counted)} · ${vial.vials} opened`,
    `Lot ${vial.lot} · expiry ${monthAndYear(vial.expiry)}`,
  ];
  const witness = witnessed && { ...witnessed.done, by: witnessed.done.witness ?? witnessed.done.by };
  return [
    { title: 'Take the vial', details: opened ?? [], done: vial?.done ?? null },
    {
      title: `Draw ${formatQuantityText(counted.sum.drawUp)}`,
      details: drawn ? [`${formatQuantityText(drawn.volume)} is ${formatQuantityText(drawn.amount)}`] : [],
      done: drawn?.done ?? null,
    },
    {
      title: 'Witness types the volume',
      details: witnessed ? ['Volume drawn agrees. Typed blind.'] : [],
      done: witness ?? null,
    },
    { title: 'Write the label', details: [], done: labelChecked },
    {
      title: 'Stick it on, then type the last 4',
      details: [`It is tied to Chair ${session.chair} from then on.`],
      done: labelChecked,
    },
  ];
}
