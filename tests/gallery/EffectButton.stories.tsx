import { useState } from 'react';
import { EffectButton, type EffectButtonProps } from '../../src/renderer/components/EffectButton.tsx';
import styles from './stories.module.css';
import type { Story } from './story.ts';

type DemoProps = Omit<EffectButtonProps, 'severity' | 'onSeverity'> & { readonly first?: number | null };

function Demo({ first = null, ...props }: DemoProps) {
  const [severity, setSeverity] = useState<number | null>(first);
  return <EffectButton {...props} severity={severity} onSeverity={setSeverity} />;
}

export const stories: readonly Story[] = [
  {
    name: 'every kind',
    render: () => (
      <div className={styles['effects']}>
        <Demo label="None" scale="none" />
        <Demo label="None" scale="none" first={0} />
        <Demo label="Dizzy" />
        <Demo label="Nausea" first={1} />
        <Demo label="Drowsy" first={2} />
        <Demo label="Headache" first={3} />
        <Demo label="Dissociation" scale="dissociation" />
        <Demo label="Dissociation" scale="dissociation" first={2} />
        <Demo label="Dissociation" scale="dissociation" first={0} />
        <Demo label="Psychosis" serious />
        <Demo label="Seizure" serious first={3} />
      </div>
    ),
  },
];
