import { useState } from 'react';
import type { StaffRow } from '../../contract/views/staff.ts';
import { Button } from '../components/Button.tsx';
import { FailureNote } from '../components/FailureNote.tsx';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { formatTime } from '../components/time.ts';
import { errorText } from '../errorText.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import { AddSheet } from './people/AddSheet.tsx';
import { ChangeSheet } from './people/ChangeSheet.tsx';
import { PassphraseSheet } from './people/PassphraseSheet.tsx';
import { PeopleTable, type PersonAct } from './people/PeopleTable.tsx';
import { SettingsPanel } from './people/SettingsPanel.tsx';
import { SureSheet } from './people/SureSheet.tsx';

type Open = { readonly person: StaffRow; readonly act: PersonAct } | 'add' | null;

/** P16: who works here, what they may do and their keys; an administrator changes it. Source: UX 2.1 and 3.17. */
export function PeopleScreen() {
  const { app, clock } = useApp();
  const { data: staff, failure } = useRead('people:load', {});
  const [open, setOpen] = useState<Open>(null);
  const isAdmin = app.user?.roles.includes('admin') ?? false;
  const here = staff?.people.filter(({ isDisabled }) => !isDisabled).length ?? 0;
  return (
    <Screen
      head={
        <ScreenHead
          title="People"
          note={staff && `${here} work here`}
          end={isAdmin && <Button onPress={() => setOpen('add')}>Add a person</Button>}
          clock={formatTime(clock.now, clock.zone)}
        />
      }
    >
      {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
      {staff && (
        <>
          <PeopleTable
            people={staff.people}
            onAct={isAdmin ? (person, act) => setOpen({ person, act }) : null}
          />
          <SettingsPanel key={JSON.stringify(staff.settings)} settings={staff.settings} />
        </>
      )}
      {open !== null && <OpenSheet open={open} onClose={() => setOpen(null)} />}
    </Screen>
  );
}

function OpenSheet({ open, onClose }: { readonly open: NonNullable<Open>; readonly onClose: () => void }) {
  if (open === 'add') return <AddSheet onClose={onClose} />;
  const { person, act } = open;
  if (act === 'change') return <ChangeSheet person={person} onClose={onClose} />;
  if (act === 'passphrase') return <PassphraseSheet person={person} onClose={onClose} />;
  return <SureSheet channel={act} person={person} onClose={onClose} />;
}
