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

export const STEP_COUNT = 6;
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
export function currentSteps({ vial, drawn, mixed, witnessed }: Preparation): readonly number[] {
  if (!vial) return [1];
  if (!drawn) return [2];
  if (!mixed) return [3];
  return witnessed ? LABEL_STEPS : [4];
}

/** `ketamine 10 mg per mL, vial 20 mL` */
export function productText({ drugName }: SessionView, { product }: PlanView): string {
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

type Said = Pick<PreparationStep, 'title' | 'details'> & {
  readonly done: { readonly name: string; readonly at: number } | null;
};

/** The six steps of UX 3.9, each with what is known of it by now. */
export function preparationSteps(props: PreparationProps, zone: string): readonly PreparationStep[] {
  const current = currentSteps(props.preparation);
  const said = [...drugSteps(props), ...checkSteps(props)];
  return said.map(({ title, details, done }, index) => ({
    number: index + 1,
    title,
    details,
    state: done ? 'done' : current.includes(index + 1) ? 'current' : 'coming',
    who: done?.name ?? null,
    when: done ? formatHourMinute(done.at, zone) : null,
  }));
}

function drugSteps({ session, plan, preparation }: PreparationProps): readonly Said[] {
  const { vial, drawn, mixed } = preparation;
  return [
    {
      title: 'Take the vial',
      details: vial
        ? [
            `${productText(session, plan)} · ${vial.vials} opened`,
            `Lot ${vial.lot} · expiry ${monthAndYear(vial.expiry)}`,
          ]
        : [],
      done: vial && by(vial.done),
    },
    {
      title: `Draw ${formatQuantityText(plan.sum.drawUp)}`,
      details: drawn ? [`${formatQuantityText(drawn.volume)} is ${formatQuantityText(drawn.amount)}`] : [],
      done: drawn && by(drawn.done),
    },
    {
      title: diluentTitle(plan),
      details: mixed ? [finalVolumeText(plan)] : [],
      done: mixed && by(mixed.done),
    },
  ];
}

function checkSteps({ session, preparation }: PreparationProps): readonly Said[] {
  const { witnessed, labelChecked } = preparation;
  return [
    {
      title: 'Witness types both volumes',
      details: witnessed ? ['Volume drawn and final volume agree. Typed blind.'] : [],
      done: witnessed && {
        name: witnessed.done.witness?.name ?? witnessed.done.by.name,
        at: witnessed.done.happenedAt,
      },
    },
    { title: 'Print the label', details: [], done: labelChecked && by(labelChecked) },
    {
      title: 'Stick it, then scan or type the last 4',
      details: [`The syringe is tied to Chair ${session.chair} from then on.`],
      done: labelChecked && by(labelChecked),
    },
  ];
}

function by(done: { readonly by: { readonly name: string }; readonly happenedAt: number }) {
  return { name: done.by.name, at: done.happenedAt };
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
