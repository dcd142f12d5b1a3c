import type { ReactNode } from 'react';
import { AppFrame } from '../../src/renderer/components/AppFrame.tsx';
import { Button } from '../../src/renderer/components/Button.tsx';
import { ChairBoard } from '../../src/renderer/components/ChairBoard.tsx';
import { ChairCard } from '../../src/renderer/components/ChairCard.tsx';
import { NoticeList } from '../../src/renderer/components/NoticeList.tsx';
import { Screen } from '../../src/renderer/components/Screen.tsx';
import { ScreenHead } from '../../src/renderer/components/ScreenHead.tsx';
import { EMPTY, OVERDUE, PAUSED, RECOVERY, RUNNING, SECOND_ENTRY } from './chairData.tsx';
import { RAIL_ITEMS, STATUS } from './frameData.ts';
import { RunningScreen } from './RunningScreen.tsx';
import { nothing, type Story } from './story.ts';

function frame(children: ReactNode, training = false) {
  return (
    <AppFrame
      items={RAIL_ITEMS}
      current="board"
      onGo={nothing}
      person={{ initials: 'RL', name: 'Rosa Lim' }}
      onLock={nothing}
      status={STATUS}
      keys="commands"
      training={training}
    >
      {children}
    </AppFrame>
  );
}

function Board() {
  return (
    <Screen
      head={
        <ScreenHead
          title="Chairs"
          note="Room A · 2 running · 1 paused · 1 recovery · 1 check waiting"
          clock="10:25:00"
        />
      }
      alert={
        <NoticeList
          notices={[
            {
              id: 'overdue',
              tone: 'overdue',
              text: (
                <>
                  <b>OVERDUE 5 min</b> Chair 2 OKAFOR, vitals were due 10:20
                </>
              ),
              action: (
                <Button shortcut={['2', 'V']} onPress={nothing}>
                  Record vitals
                </Button>
              ),
            },
          ]}
          onAcknowledge={nothing}
        />
      }
    >
      <ChairBoard>
        {[RUNNING, OVERDUE, RECOVERY, PAUSED, SECOND_ENTRY, EMPTY].map((chair) => (
          <ChairCard key={chair.chair} {...chair} />
        ))}
      </ChairBoard>
    </Screen>
  );
}

export const stories: readonly Story[] = [
  { name: 'board', solo: true, render: () => frame(<Board />) },
  { name: 'board in the training clinic', solo: true, render: () => frame(<Board />, true) },
  { name: 'running session', solo: true, render: () => frame(<RunningScreen />) },
];
