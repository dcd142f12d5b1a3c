import { FieldFrame } from '../../src/renderer/components/FieldFrame.tsx';
import styles from './stories.module.css';
import type { Story } from './story.ts';

const control = <input id="frame" className={styles['plain-input']} />;

export const stories: readonly Story[] = [
  {
    name: 'label and hint above',
    render: () => (
      <FieldFrame id="frame" label="Weight" hint="read the scale or slip">
        {control}
      </FieldFrame>
    ),
  },
  {
    name: 'numbered and large',
    render: () => (
      <FieldFrame id="frame" label="Weight" number={3} large hint="read the scale or slip">
        {control}
      </FieldFrame>
    ),
  },
  {
    name: 'refusal below',
    render: () => (
      <FieldFrame id="frame" label="Dose" remark={{ kind: 'refusal', text: 'Start with a zero: 0.5' }}>
        {control}
      </FieldFrame>
    ),
  },
  {
    name: 'notice below',
    render: () => (
      <FieldFrame
        id="frame"
        label="Dose"
        remark={{ kind: 'notice', text: 'Repeated key ignored — press again if you meant 55' }}
      >
        {control}
      </FieldFrame>
    ),
  },
];
