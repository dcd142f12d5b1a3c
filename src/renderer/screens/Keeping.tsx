import { FailureNote } from '../components/FailureNote.tsx';
import { Panels } from '../components/Panel.tsx';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { formatTime } from '../components/time.ts';
import { errorText } from '../errorText.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import { Backups } from './keeping/Backups.tsx';
import { DisagreementNote } from './keeping/DisagreementNote.tsx';
import { ExportForm } from './keeping/ExportForm.tsx';
import { FullCheckPanel } from './keeping/FullCheckPanel.tsx';
import { eventsText } from './keeping/keepingWords.ts';
import { Logins } from './keeping/Logins.tsx';
import { RestoreDrill } from './keeping/RestoreDrill.tsx';
import { RestoreForm } from './keeping/RestoreForm.tsx';

/** P16: the record itself, for whoever looks after it. Source: UX 3.17. */
export function Keeping() {
  const { clock } = useApp();
  const { data: keeping, failure } = useRead('keeping:load', {});
  return (
    <Screen
      head={
        <ScreenHead
          title="Record and backups"
          note={keeping && eventsText(keeping.events)}
          clock={formatTime(clock.now, clock.zone)}
        />
      }
    >
      {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
      {keeping && <DisagreementNote found={keeping.disagreements} />}
      {keeping && (
        <Panels>
          <Backups keeping={keeping} />
          <FullCheckPanel events={keeping.events} />
          <RestoreDrill keeping={keeping} />
          <ExportForm />
          <RestoreForm names={keeping.exports} />
          <Logins />
        </Panels>
      )}
    </Screen>
  );
}
