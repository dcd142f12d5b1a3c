import type { PlanScreenView, TypedPlan } from '../../../contract/views/plan.ts';
import type { QuantityText } from '../../../core/quantity/quantity.ts';
import type { DurationPart, PlanNumber } from './planNumbers.ts';

type PlanDraft = NonNullable<PlanScreenView['draft']>;

const MINUTES_PER_HOUR = 60n;
const MINUTES_PER_DAY = 1_440n;

/** A saved time as it was typed: in minutes alone, or in its boxes. */
export function boxesOf(
  duration: QuantityText<'min'> | null,
  parts: readonly DurationPart[],
): Readonly<Record<Extract<PlanNumber, 'days' | 'hours' | 'duration'>, string>> {
  if (duration === null) return { days: '', hours: '', duration: '' };
  const minutes = BigInt(numberOf(duration));
  if (parts.length === 1) return { days: '', hours: '', duration: `${minutes}` };
  const days = parts.includes('d') ? minutes / MINUTES_PER_DAY : 0n;
  const rest = minutes - days * MINUTES_PER_DAY;
  return {
    days: parts.includes('d') ? `${days}` : '',
    hours: `${rest / MINUTES_PER_HOUR}`,
    duration: `${rest % MINUTES_PER_HOUR}`,
  };
}

/** The loading dose and the later steps of a draft as they were typed. */
export function savedStages(
  draft: PlanDraft | null,
  parts: readonly DurationPart[],
): Pick<TypedPlan, 'loading' | 'steps' | 'loadingDose' | 'loadingOver'> {
  const { loading, laterSteps = [] } = draft ?? {};
  const steps = laterSteps.map(({ rate, duration }, place) => {
    const { days, hours, duration: minutes } = boxesOf(duration, parts);
    const step = `step${place + 2}`;
    return {
      [`${step}Rate`]: numberOf(rate),
      [`${step}Days`]: days,
      [`${step}Hours`]: hours,
      [`${step}Over`]: minutes,
    };
  });
  return {
    ...(loading === 'declined' && { loading }),
    ...(loading !== undefined &&
      loading !== 'declined' && {
        loading: 'ordered' as const,
        loadingDose: numberOf(loading.dose),
        loadingOver: numberOf(loading.duration),
      }),
    ...(steps.length > 0 && { steps: steps.length + 1 }),
    ...Object.assign({}, ...steps),
  };
}

/** A saved quantity as its number was typed. */
export function numberOf(saved: QuantityText | null | undefined): string {
  return saved ? saved.slice(0, saved.indexOf(' ')) : '';
}
