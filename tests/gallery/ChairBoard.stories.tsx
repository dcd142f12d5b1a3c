import { ChairBoard } from '../../src/renderer/components/ChairBoard.tsx';
import { ChairCard } from '../../src/renderer/components/ChairCard.tsx';
import { EMPTY, OVERDUE, PAUSED, RECOVERY, RUNNING, SECOND_ENTRY } from './chairData.tsx';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  {
    name: 'six chairs',
    render: () => (
      <ChairBoard>
        {[RUNNING, OVERDUE, RECOVERY, PAUSED, SECOND_ENTRY, EMPTY].map((chair) => (
          <ChairCard key={chair.chair} {...chair} />
        ))}
      </ChairBoard>
    ),
  },
];
