import { useState } from 'react';
import { SecretField, type SecretFieldProps } from '../../src/renderer/components/SecretField.tsx';
import styles from './stories.module.css';
import type { Story } from './story.ts';

function Demo({ typed = '', ...props }: Omit<SecretFieldProps, 'value' | 'onType'> & { typed?: string }) {
  const [value, setValue] = useState(typed);
  return (
    <div className={styles['column']}>
      <SecretField {...props} value={value} onType={setValue} />
    </div>
  );
}

export const stories: readonly Story[] = [
  { name: 'PIN', render: () => <Demo label="PIN of J. Osei" pin /> },
  { name: 'typed', render: () => <Demo label="Your passphrase" typed="correct horse" size="act" /> },
  {
    name: 'waits for a person',
    render: () => <Demo label="PIN or passphrase" waitsFor="Choose the person first" />,
  },
  {
    name: 'refused',
    render: () => (
      <Demo label="PIN of R. Lim" pin typed="123456" refusal="That PIN is not right for R. Lim." />
    ),
  },
];
