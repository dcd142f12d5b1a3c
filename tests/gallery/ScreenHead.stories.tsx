import { Button } from '../../src/renderer/components/Button.tsx';
import { ScreenHead } from '../../src/renderer/components/ScreenHead.tsx';
import { Tag } from '../../src/renderer/components/Tag.tsx';
import { nothing, type Story } from './story.ts';

export const stories: readonly Story[] = [
  {
    name: 'board',
    render: () => (
      <ScreenHead
        title="Chairs"
        note="Room A · 3 running · 1 recovery · 1 check waiting"
        clock="10:25:00"
        end={
          <>
            <Button variant="ghost" onPress={nothing}>
              Resume
            </Button>
            <span>2 unsigned</span>
          </>
        }
      />
    ),
  },
  {
    name: 'library',
    render: () => (
      <ScreenHead title="Drug library" end={<span>In force 2025.11-v7</span>}>
        <Tag icon="warning">EXAMPLE — not for clinical use</Tag>
      </ScreenHead>
    ),
  },
  { name: 'title alone', render: () => <ScreenHead title="Patients" /> },
];
