import type { CountedView, SessionView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import {
  byWitness,
  type PreparationStep,
  productText,
  type SaidStep,
  stepsFrom,
  vialDetails,
} from '../prepare/preparationSteps.ts';

type Preparation = NonNullable<SessionView['preparation']>;

/** A session of counted doses whose values are open and whose preparation has begun or can begin. */
export type CountedProps = {
  readonly session: SessionView;
  readonly counted: CountedView;
  readonly preparation: Preparation;
};

/** The steps that are to be done now: the label is copied and read back at once. */
function currentCounted({ vial, drawn, witnessed }: Preparation): readonly number[] {
  if (!vial) return [1];
  if (!drawn) return [2];
  return witnessed ? [4, 5] : [3];
}

/** What is filled, each device: `0.7 mL into the atomiser on a syringe`. */
export function fillText({ sum, device, of }: CountedView): string {
  const fill = formatQuantityText(sum.fill);
  return of === 'spray'
    ? `${fill} into the ${device}`
    : `${sum.devices} syringes with ${fill} each, ${device}`;
}

/** The five steps: the drug is given as it is in the vial, so none of them is a diluent. */
export function countedSteps(props: CountedProps, zone: string): readonly PreparationStep[] {
  return stepsFrom(said(props), currentCounted(props.preparation), zone);
}

function said({ session, counted, preparation }: CountedProps): readonly SaidStep[] {
  const { vial, drawn, witnessed, labelChecked } = preparation;
  return [
    {
      title: 'Take the vial',
      details: vialDetails(productText(session, counted), vial),
      done: vial?.done ?? null,
    },
    {
      title: `Draw ${formatQuantityText(counted.sum.drawUp)}`,
      details: drawn ? [`${formatQuantityText(drawn.volume)} is ${formatQuantityText(drawn.amount)}`] : [],
      done: drawn?.done ?? null,
    },
    {
      title: 'Witness types the volume',
      details: witnessed ? ['Volume drawn agrees. Typed blind.'] : [],
      done: byWitness(preparation),
    },
    { title: 'Print the label', details: [], done: labelChecked },
    {
      title: 'Stick it on, then type the last 4',
      details: [`It is tied to Chair ${session.chair} from then on.`],
      done: labelChecked,
    },
  ];
}
