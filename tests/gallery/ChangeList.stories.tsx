import { ChangeList } from '../../src/renderer/components/ChangeList.tsx';
import type { Story } from './story.ts';

const CHANGED = { key: 'a', name: 'Upper soft limit of the dose', before: '0.75 mg/kg', after: '0.8 mg/kg' };
const ADDED = { key: 'b', name: 'Upper soft limit of the age', before: null, after: '75 years' };
const GONE = { key: 'c', name: 'Owner', before: 'EXAMPLE clinic pharmacy', after: null };

function shown(...changes: (typeof CHANGED | typeof ADDED | typeof GONE)[]) {
  return () => <ChangeList label="Protocol EXAMPLE, changed" changes={changes} />;
}

export const stories: readonly Story[] = [
  { name: 'a value changed', render: shown(CHANGED) },
  { name: 'a value set for the first time', render: shown(ADDED) },
  { name: 'a value taken out', render: shown(GONE) },
  { name: 'all three', render: shown(CHANGED, ADDED, GONE) },
];
