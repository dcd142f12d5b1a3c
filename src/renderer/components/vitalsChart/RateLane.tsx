import { coordinate, type Drawing } from './drawing.ts';
import styles from './RateLane.module.css';
import { type RateStep, rateSteps } from './rateSteps.ts';

type RateLaneProps = { readonly drawing: Drawing; readonly hatch: string };

/**
 * The pump rate as steps: solid where given and hatched where planned on the screen; on paper outlined, and
 * dashed where planned.
 */
export function RateLane({ drawing, hatch }: RateLaneProps) {
  const { given, planned } = rateSteps(drawing);
  return (
    <g>
      {planned ? (
        <path
          className={styles['planned']}
          fill={drawing.unit === 'px' ? `url(#${hatch})` : 'none'}
          d={outline([planned], drawing.rate.bottom)}
        />
      ) : null}
      {given.length === 0 ? null : (
        <path className={styles['given']} d={outline(given, drawing.rate.bottom)} />
      )}
      {(planned && drawing.unit === 'mm' ? [...given, planned] : given).map((step) => (
        <StepLabel key={step.key} step={step} drawing={drawing} />
      ))}
    </g>
  );
}

function StepLabel({ step, drawing }: { readonly step: RateStep; readonly drawing: Drawing }) {
  const { measures, rate, unit } = drawing;
  if (step.label === null) return null;
  const tall = rate.bottom - step.top >= measures.text * 1.05;
  const baseline = tall ? (step.top + rate.bottom) / 2 + measures.text * 0.36 : step.top - measures.gap * 0.5;
  const inside = tall && step.runs;
  return (
    <text
      className={inside ? styles['inside'] : styles['above']}
      x={coordinate(unit === 'px' ? step.left + measures.gap : (step.left + step.right) / 2)}
      y={coordinate(baseline)}
      fontSize={measures.text}
      fontWeight={600}
      textAnchor={unit === 'px' ? 'start' : 'middle'}
    >
      {step.label}
    </text>
  );
}

/** One line over all steps, down to the foot of the lane at both ends. */
function outline(steps: readonly RateStep[], foot: number): string {
  const tops = steps.map(
    ({ left, right, top }) => `L${coordinate(left)} ${coordinate(top)}H${coordinate(right)}`,
  );
  const first = steps[0]?.left ?? 0;
  const last = steps.at(-1)?.right ?? 0;
  return `M${coordinate(first)} ${coordinate(foot)}${tops.join('')}L${coordinate(last)} ${coordinate(foot)}`;
}
