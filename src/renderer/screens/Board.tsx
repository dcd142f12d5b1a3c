import { useState } from 'react';
import type { BoardView } from '../../contract/views/session.ts';
import { ChairBoard } from '../components/ChairBoard.tsx';
import { FailureNote } from '../components/FailureNote.tsx';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { formatDate, formatTime, formatWeekday } from '../components/time.ts';
import { errorText } from '../errorText.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import { useKeys } from '../hooks/useKeys.ts';
import { usePlace } from '../hooks/usePlace.tsx';
import { BoardAlert } from './board/BoardAlert.tsx';
import { BoardLists } from './board/BoardLists.tsx';
import { boardNote } from './board/boardWords.ts';
import { Chair } from './board/Chair.tsx';
import { type ChairCommand, canDo } from './board/chairCommands.ts';
import { SessionSheet } from './session/SessionSheet.tsx';

/** A sheet that lies over the board for one chair. */
type OpenSheet = { readonly session: string; readonly command: ChairCommand } | null;

/** P2: every chair side by side, in its own order; home. Source: UX 3.2. */
export function Board() {
  const { app, clock } = useApp();
  const { go } = usePlace();
  const { data: board, failure } = useRead('board:load', {});
  const [chosen, setChosen] = useState<number | null>(null);
  const [sheet, setSheet] = useState<OpenSheet>(null);
  const roles = app.user?.roles ?? [];
  const sessionOf = (chair: number | null) =>
    board?.chairs.find(({ number }) => number === chair)?.session ?? null;
  const act = (chair: number | null, command: ChairCommand): void => {
    const session = sessionOf(chair);
    if (session && canDo(command, session.state, roles)) setSheet({ session: session.id, command });
  };
  useKeys({
    ...chairKeys(board, setChosen),
    v: () => act(chosen, 'vitals'),
    e: () => act(chosen, 'effect'),
    n: () => act(chosen, 'note'),
    p: () => act(chosen, sessionOf(chosen)?.state === 'PAUSED' ? 'resume' : 'pause'),
    d: () => act(chosen, 'dose'),
    s: () => act(chosen, 'stop'),
    enter: () => {
      const session = sessionOf(chosen);
      if (session) go({ at: 'session', session: session.id });
    },
  });
  return (
    <Screen
      head={
        <ScreenHead
          title="Chairs"
          note={board && boardNote(board)}
          end={board && <BoardLists board={board} />}
          clock={formatTime(clock.now, clock.zone)}
        >
          <span>{`${formatWeekday(clock.now, clock.zone)} ${formatDate(clock.now, clock.zone)}`}</span>
        </ScreenHead>
      }
      alert={
        board && (
          <BoardAlert
            board={board}
            library={app.library}
            onAct={(session, command) => setSheet({ session, command })}
          />
        )
      }
    >
      {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
      {board && (
        <ChairBoard>
          {board.chairs.map((chair) => (
            <Chair
              key={chair.number}
              chair={chair}
              clock={clock}
              roles={roles}
              selected={chair.number === chosen}
              onAct={(command) => act(chair.number, command)}
            />
          ))}
        </ChairBoard>
      )}
      {sheet && (
        <SessionSheet session={sheet.session} command={sheet.command} onClose={() => setSheet(null)} />
      )}
    </Screen>
  );
}

/** `1` to `9` choose a chair; the letters then act on it. */
function chairKeys(
  board: BoardView | undefined,
  choose: (chair: number) => void,
): Record<string, () => void> {
  const chairs = board?.chairs.filter(({ number }) => number <= 9) ?? [];
  return Object.fromEntries(chairs.map(({ number }) => [`${number}`, () => choose(number)]));
}
