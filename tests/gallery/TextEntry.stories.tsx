import { useState } from 'react';
import { TextEntry, type TextEntryProps } from '../../src/renderer/components/TextEntry.tsx';
import styles from './stories.module.css';
import type { Story } from './story.ts';

type DemoProps = Omit<TextEntryProps, 'value' | 'onType'> & { readonly typed?: string };

function Demo({ typed = '', ...props }: DemoProps) {
  const [value, setValue] = useState(typed);
  return (
    <div className={styles['column']}>
      <TextEntry {...props} value={value} onType={setValue} />
    </div>
  );
}

export const stories: readonly Story[] = [
  { name: 'empty', render: () => <Demo label="Lot" emptyWord="Not entered" /> },
  { name: 'typed', render: () => <Demo label="Lot" typed="K24B117" /> },
  { name: 'a reason', render: () => <Demo label="Reason" lines={3} typed="Ordered by prescriber" /> },
  {
    name: 'refused',
    render: () => <Demo label="Lot" typed="X" refusal="Lot X expired on 31-Oct-2025. Choose another vial." />,
  },
  { name: 'label at the left', render: () => <Demo label="Pump" labelPlace="left" typed="P-03" /> },
];
