import { useState } from 'react';
import { SelectField, type SelectFieldProps } from '../../src/renderer/components/SelectField.tsx';
import styles from './stories.module.css';
import type { Story } from './story.ts';

const PRODUCTS = [
  { id: '10', label: 'ketamine 10 mg per mL, vial 20 mL' },
  { id: '50', label: 'ketamine 50 mg per mL, vial 10 mL' },
];

type DemoProps = Omit<SelectFieldProps, 'chosen' | 'onChoose'> & { readonly first?: string };

function Demo({ first, ...props }: DemoProps) {
  const [chosen, setChosen] = useState<string | null>(first ?? null);
  return (
    <div className={styles['column']}>
      <SelectField {...props} chosen={chosen} onChoose={setChosen} />
    </div>
  );
}

export const stories: readonly Story[] = [
  { name: 'nothing chosen', render: () => <Demo label="Reason" choices={PRODUCTS} /> },
  {
    name: 'blind, chosen',
    render: () => (
      <Demo
        label="Drug and strength"
        number={2}
        hint="read the vial"
        size="blind"
        choices={PRODUCTS}
        first="10"
      />
    ),
  },
  { name: 'beside number fields', render: () => <Demo label="Oxygen" size="field" choices={PRODUCTS} /> },
  { name: 'nothing to choose from', render: () => <Demo label="Vial" choices={[]} /> },
  {
    name: 'refused',
    render: () => <Demo label="Vial" choices={PRODUCTS} refusal="Choose the vial in your hand" />,
  },
];
