import { useState } from 'react';
import { Tabs } from '../../src/renderer/components/Tabs.tsx';
import type { Story } from './story.ts';

const TABS = [
  { id: 'summary', label: 'Summary', content: <p>Weight today, and what stands in the record.</p> },
  { id: 'sessions', label: 'Sessions', content: <p>Every session, newest first.</p> },
  { id: 'weight', label: 'Weight', content: <p>The last ten weighings.</p> },
];

function Demo({ first }: { readonly first: string }) {
  const [current, setCurrent] = useState(first);
  return <Tabs label="Patient record" tabs={TABS} current={current} onChange={setCurrent} />;
}

export const stories: readonly Story[] = [
  { name: 'the first', render: () => <Demo first="summary" /> },
  { name: 'another', render: () => <Demo first="weight" /> },
];
