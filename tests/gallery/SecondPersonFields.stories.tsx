import { useState } from 'react';
import {
  SecondPersonFields,
  type SecondPersonFieldsProps,
} from '../../src/renderer/components/SecondPersonFields.tsx';
import { STAFF } from './people.ts';
import type { Story } from './story.ts';

type DemoProps = Partial<SecondPersonFieldsProps> & { readonly first?: string };

function Demo({ first, ...props }: DemoProps) {
  const [chosen, setChosen] = useState<string | null>(first ?? null);
  const [secret, setSecret] = useState('');
  return (
    <SecondPersonFields
      label="Witness"
      people={STAFF}
      {...props}
      chosen={chosen}
      onChoose={setChosen}
      secret={secret}
      onSecret={setSecret}
    />
  );
}

export const stories: readonly Story[] = [
  { name: 'nobody chosen', render: () => <Demo /> },
  { name: 'a PIN is enough', render: () => <Demo first="osei" /> },
  { name: 'a passphrase is asked', render: () => <Demo label="Prescriber" first="patel" /> },
  { name: 'refused', render: () => <Demo first="osei" refusal="That PIN is not right for J. Osei." /> },
  { name: 'nobody may', render: () => <Demo people={[]} /> },
];
