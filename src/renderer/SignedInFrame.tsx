import type { StaffView } from '../contract/views/people.ts';
import { hasRole, LIBRARY_OWNERS } from '../core/session/roles.ts';
import { ClockBanner } from './ClockBanner.tsx';
import { AppFrame } from './components/AppFrame.tsx';
import type { RailItem } from './components/Rail.tsx';
import { useApp } from './hooks/useApp.tsx';
import type { Dropped } from './hooks/useDroppedByLock.ts';
import { useKeyMode, useKeys } from './hooks/useKeys.ts';
import { type Place, usePlace } from './hooks/usePlace.tsx';
import { AssessmentScreen } from './screens/AssessmentScreen.tsx';
import { AwayNotes } from './screens/away/AwayNotes.tsx';
import { DroppedNote } from './screens/away/DroppedNote.tsx';
import { Board } from './screens/Board.tsx';
import { EntryScreen } from './screens/EntryScreen.tsx';
import { HoldScreen } from './screens/HoldScreen.tsx';
import { ImportPatients } from './screens/ImportPatients.tsx';
import { Keeping } from './screens/Keeping.tsx';
import { KeysScreen } from './screens/KeysScreen.tsx';
import { isKeeper } from './screens/keeping/keepingWords.ts';
import { StandingNote } from './screens/keeping/StandingNote.tsx';
import { LabelScreen } from './screens/LabelScreen.tsx';
import { LibraryScreen } from './screens/LibraryScreen.tsx';
import { LimitsScreen } from './screens/LimitsScreen.tsx';
import { OrderSheetScreen } from './screens/OrderSheetScreen.tsx';
import { PatientScreen } from './screens/PatientScreen.tsx';
import { Patients } from './screens/Patients.tsx';
import { PeopleScreen } from './screens/PeopleScreen.tsx';
import { PlanScreen } from './screens/PlanScreen.tsx';
import { RegisterPatient } from './screens/RegisterPatient.tsx';
import { SessionScreen } from './screens/SessionScreen.tsx';
import { NextContainerScreen } from './screens/session/container/NextContainerScreen.tsx';
import { VerifyScreen } from './screens/VerifyScreen.tsx';
import { recordSlots } from './statusSlots.ts';

const RAIL: readonly RailItem[] = [
  { id: 'board', label: 'Board', icon: 'board' },
  { id: 'patients', label: 'Patients', icon: 'people' },
  { id: 'library', label: 'Library', icon: 'book' },
];
const KEEPING: RailItem = { id: 'keeping', label: 'Record', icon: 'admin' };
const PEOPLE: RailItem = { id: 'people', label: 'People', icon: 'person' };
const VERIFY: RailItem = { id: 'verify', label: 'Verify', icon: 'scan' };
const KEYS: RailItem = { id: 'keys', label: 'My keys', icon: 'lock' };
const LIMITS: RailItem = { id: 'limits', label: 'Limits', icon: 'limit' };

/** The places of the rail. */
const PLACES = ['board', 'patients', 'library', 'keeping', 'people', 'limits', 'verify', 'keys'] as const;

type SignedInFrameProps = { readonly user: StaffView; readonly dropped: Dropped };

/** Where somebody is with one patient, or looks for one. */
const PATIENT_PLACES: readonly Place['at'][] = [
  'patients',
  'newPatient',
  'importPatients',
  'patient',
  'assessment',
  'plan',
];

/** The desk of a signed-in person: rail, screen, status bar. A blind entry takes the whole window instead. */
export function SignedInFrame({ user, dropped }: SignedInFrameProps) {
  const { app, clock, change } = useApp();
  const { place, go } = usePlace();
  const keys = useKeyMode();
  const lock = (): void => void change('identity:lock', {});
  const goTo = (id: string): void => go({ at: PLACES.find((at) => at === id) ?? 'board' });
  const isBlind = place.at === 'entry';
  const isEmergency = app.away?.open !== null;
  useKeys(
    isBlind
      ? {}
      : { b: () => goTo('board'), ...(isEmergency ? {} : { '/': () => goTo('patients') }), f8: lock },
  );
  if (isBlind) return <EntryScreen session={place.session} by={place.by} />;
  return (
    <AppFrame
      items={railItems(user, isEmergency)}
      current={railItem(place)}
      onGo={goTo}
      person={{ initials: user.initials, name: user.name }}
      onLock={lock}
      status={recordSlots(app, clock)}
      keys={keys}
      training={app.file === 'training'}
    >
      <ClockBanner />
      <StandingNote />
      <AwayNotes />
      <DroppedNote dropped={dropped} />
      <ScreenAt place={place} />
    </AppFrame>
  );
}

function ScreenAt({ place }: { readonly place: Place }) {
  switch (place.at) {
    case 'board':
      return <Board />;
    case 'patients':
      return <Patients />;
    case 'library':
      return <LibraryScreen />;
    case 'newPatient':
      return <RegisterPatient />;
    case 'importPatients':
      return <ImportPatients />;
    case 'keeping':
      return <Keeping />;
    case 'people':
      return <PeopleScreen />;
    case 'keys':
      return <KeysScreen />;
    case 'verify':
      return <VerifyScreen />;
    case 'limits':
      return <LimitsScreen />;
    case 'patient':
      return <PatientScreen patient={place.patient} />;
    case 'assessment':
      return <AssessmentScreen patient={place.patient} />;
    case 'plan':
      return <PlanScreen patient={place.patient} session={place.session} chair={place.chair} />;
    case 'orderSheet':
      return <OrderSheetScreen session={place.session} />;
    case 'label':
      return <LabelScreen session={place.session} label={place.label} />;
    case 'hold':
      return <HoldScreen session={place.session} />;
    case 'session':
      return <SessionScreen session={place.session} />;
    case 'nextContainer':
      return <NextContainerScreen session={place.session} />;
    case 'entry':
      return null;
  }
}

/** What a person finds on the rail, by their roles; in an emergency access the board and nothing else. */
function railItems(user: StaffView, isEmergency: boolean): readonly RailItem[] {
  if (isEmergency) return RAIL.slice(0, 1);
  return [
    ...RAIL,
    ...(isKeeper(user) ? [KEEPING, PEOPLE] : []),
    ...(hasRole(user, LIBRARY_OWNERS) ? [LIMITS] : []),
    VERIFY,
    KEYS,
  ];
}

function railItem(place: Place): string {
  const own = PLACES.find((at) => at === place.at);
  if (own) return own;
  return PATIENT_PLACES.includes(place.at) ? 'patients' : 'board';
}
