import { StatusBar } from '../../src/renderer/components/StatusBar.tsx';
import { STATUS } from './frameData.ts';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  { name: 'all well', render: () => <StatusBar slots={STATUS} keys="commands" /> },
  {
    name: 'backup is old',
    render: () => (
      <StatusBar
        slots={STATUS.map((slot) =>
          slot.id === 'backup' ? { ...slot, text: 'Backup 12-Nov-2025 06:00', tone: 'warn' as const } : slot,
        )}
        keys="typing"
      />
    ),
  },
];
