import { useState } from 'react';
import { CheckRow, type CheckRowProps } from '../../src/renderer/components/CheckRow.tsx';
import type { Story } from './story.ts';

function Demo({ first = false, ...props }: Omit<CheckRowProps, 'state' | 'onChange'> & { first?: boolean }) {
  const [met, setMet] = useState(first);
  return <CheckRow {...props} state={met ? 'met' : 'unmet'} onChange={setMet} />;
}

export const stories: readonly Story[] = [
  { name: 'open', render: () => <Demo label="Steady on her feet" /> },
  { name: 'ticked', render: () => <Demo first label="Oriented: name, place, day" by="RL 10:58" /> },
  {
    name: 'with a detail',
    render: () => <Demo first label="Consent v3" detail="valid to 30-Nov-2025" by="RL 09:44" />,
  },
  {
    name: 'worked out by the program, met',
    render: () => (
      <CheckRow
        label="Systolic within 20 % of baseline"
        value="134 in 102.4 to 153.6"
        state="met"
        by="RL 10:55"
      />
    ),
  },
  {
    name: 'worked out by the program, time will meet it',
    render: () => <CheckRow label="Minimum observation" value="22 of 30 min" state="waiting" />,
  },
  {
    name: 'worked out by the program, not met',
    render: () => <CheckRow label="Escort is here" value="not recorded" state="unmet" />,
  },
];
