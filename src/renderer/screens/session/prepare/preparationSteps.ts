import type { PlanView, SessionView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { formatHourMinute } from '../../../components/time.ts';

type Preparation = NonNullable<SessionView['preparation']>;

/** A session whose plan is open and whose preparation has begun or can begin. */
export type PreparationProps = {
  readonly session: SessionView;
  readonly plan: PlanView;
  readonly preparation: Preparation;
};

/** The label is copied and then read back from the container: both are to be done at once. */
const LABEL_STEPS: readonly number[] = [5, 6];

export type PreparationStep = {
  readonly number: number;
  readonly title: string;
  readonly details: readonly string[];
  readonly state: 'done' | 'current' | 'coming';
  readonly who: string | null;
  readonly when: string | null;
};

/** The steps that are to be done now. */
function currentSteps({ vial, drawn, mixed, witnessed }: Preparation): readonly number[] {
  if (!vial) return [1];
  if (!drawn) return [2];
  if (!mixed) return [3];
  return witnessed ? LABEL_STEPS : [4];
}

/** `ketamine 10 mg per mL, vial 20 mL` */
export function productText({ drugName }: SessionView, { product }: Pick<PlanView, 'product'>): string {
  return `${drugName} ${formatQuantityText(product.strength)}, vial ${formatQuantityText(product.vialVolume)}`;
}

/** `Add 45 mL sodium chloride 0.9 %` */
export function diluentTitle({ sum, diluent }: PlanView): string {
  return `Add ${formatQuantityText(sum.diluent)} ${diluent}`;
}

/** `Made up to 50 mL`; what is added to a full container ends above its volume. */
export function finalVolumeText({ sum, order }: PlanView): string {
  const final = formatQuantityText(sum.finalVolume);
  return order.mixing === 'madeUpTo' ? `Made up to ${final}` : `Final volume ${final}`;
}

/** A step as it is said: who did it and when, if it is done. */
export type SaidStep = Pick<PreparationStep, 'title' | 'details'> & {
  readonly done: { readonly by: { readonly name: string }; readonly happenedAt: number } | null;
};

/** The steps in their order with their numbers; `current`: those that are to be done now. */
export function stepsFrom(
  said: readonly SaidStep[],
  current: readonly number[],
  zone: string,
): readonly PreparationStep[] {
  return said.map(({ title, details, done }, index) => ({
    number: index + 1,
    title,
    details,
    state: done ? 'done' : current.includes(index + 1) ? 'current' : 'coming',
    who: done?.by.name ?? null,
    when: done ? formatHourMinute(done.happenedAt, zone) : null,
  }));
}

/** The witness stands for the step, not the person whose desk it is. */
export function byWitness({ witnessed }: Preparation): SaidStep['done'] {
  return witnessed && { ...witnessed.done, by: witnessed.done.witness ?? witnessed.done.by };
}

/** What is known of a vial that was taken; nothing before. */
export function vialDetails(product: string, vial: Preparation['vial']): readonly string[] {
  if (!vial) return [];
  return [`${product} · ${vial.vials} opened`, `Lot ${vial.lot} · expiry ${monthAndYear(vial.expiry)}`];
}

/** The six steps of UX 3.9, each with what is known of it by now. */
export function preparationSteps(props: PreparationProps, zone: string): readonly PreparationStep[] {
  return stepsFrom([...drugSteps(props), ...checkSteps(props)], currentSteps(props.preparation), zone);
}

function drugSteps({ session, plan, preparation }: PreparationProps): readonly SaidStep[] {
  const { vial, drawn, mixed } = preparation;
  return [
    {
      title: 'Take the vial',
      details: vialDetails(productText(session, plan), vial),
      done: vial?.done ?? null,
    },
    {
      title: `Draw ${formatQuantityText(plan.sum.drawUp)}`,
      details: drawn ? [`${formatQuantityText(drawn.volume)} is ${formatQuantityText(drawn.amount)}`] : [],
      done: drawn?.done ?? null,
    },
    {
      title: diluentTitle(plan),
      details: mixed ? [finalVolumeText(plan)] : [],
      done: mixed?.done ?? null,
    },
  ];
}

function checkSteps({ session, preparation }: PreparationProps): readonly SaidStep[] {
  const { witnessed, labelChecked } = preparation;
  return [
    {
      title: 'Witness types both volumes',
      details: witnessed ? ['Both agree, typed blind.'] : [],
      done: byWitness(preparation),
    },
    { title: 'Print the label', details: [], done: labelChecked },
    {
      title: 'Stick it, then scan or type the last 4',
      details: [`The syringe is tied to Chair ${session.chair} from then on.`],
      done: labelChecked,
    },
  ];
}

/** `2027-08` as it stands on the vial, `08-2027`. */
export function monthAndYear(expiry: string): string {
  const [year = '', month = ''] = expiry.split('-');
  return `${month}-${year}`;
}

/** `08-2027` as stored, `2027-08`; undefined for anything else. Nothing is guessed. */
export function expiryFromTyped(typed: string): string | undefined {
  const match = /^(0[1-9]|1[0-2])-(\d{4})$/.exec(typed.trim());
  return match ? `${match[2]}-${match[1]}` : undefined;
}
