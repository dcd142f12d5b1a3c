import type { StaffView } from '../contract/views/people.ts';
import { hasRole, LIBRARY_OWNERS } from '../core/session/roles.ts';
import { ClockBanner } from './ClockBanner.tsx';
import { AppFrame } from './components/AppFrame.tsx';
import type { RailItem } from './components/Rail.tsx';
import { useApp } from './hooks/useApp.tsx';
import { useKeyMode, useKeys } from './hooks/useKeys.ts';
import { type Place, usePlace } from './hooks/usePlace.tsx';
import { AssessmentScreen } from './screens/AssessmentScreen.tsx';
import { Board } from './screens/Board.tsx';
import { EntryScreen } from './screens/EntryScreen.tsx';
import { HoldScreen } from './screens/HoldScreen.tsx';
import { ImportPatients } from './screens/ImportPatients.tsx';
import { Keeping } from './screens/Keeping.tsx';
import { isKeeper } from './screens/keeping/keepingWords.ts';
import { StandingNote } from './screens/keeping/StandingNote.tsx';
import { LimitsScreen } from './screens/LimitsScreen.tsx';
import { OrderSheetScreen } from './screens/OrderSheetScreen.tsx';
import { PatientScreen } from './screens/PatientScreen.tsx';
import { Patients } from './screens/Patients.tsx';
import { PlanScreen } from './screens/PlanScreen.tsx';
import { RegisterPatient } from './screens/RegisterPatient.tsx';
import { SessionScreen } from './screens/SessionScreen.tsx';
import { recordSlots } from './statusSlots.ts';

const RAIL: readonly RailItem[] = [
  { id: 'board', label: 'Board', icon: 'board' },
  { id: 'patients', label: 'Patients', icon: 'people' },
];
const KEEPING: RailItem = { id: 'keeping', label: 'Record', icon: 'admin' };
const LIMITS: RailItem = { id: 'limits', label: 'Limits', icon: 'limit' };

/** The places of the rail. */
const PLACES = ['board', 'patients', 'keeping', 'limits'] as const;

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
export function SignedInFrame({ user }: { readonly user: StaffView }) {
  const { app, clock, change } = useApp();
  const { place, go } = usePlace();
  const keys = useKeyMode();
  const lock = (): void => void change('identity:lock', {});
  const goTo = (id: string): void => go({ at: PLACES.find((at) => at === id) ?? 'board' });
  const isBlind = place.at === 'entry';
  useKeys(isBlind ? {} : { b: () => goTo('board'), '/': () => goTo('patients'), f8: lock });
  if (isBlind) return <EntryScreen session={place.session} by={place.by} />;
  return (
    <AppFrame
      items={railItems(user)}
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
    case 'newPatient':
      return <RegisterPatient />;
    case 'importPatients':
      return <ImportPatients />;
    case 'keeping':
      return <Keeping />;
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
    case 'hold':
      return <HoldScreen session={place.session} />;
    case 'session':
      return <SessionScreen session={place.session} />;
    case 'entry':
      return null;
  }
}

/** What a person finds on the rail, by their roles. */
function railItems(user: StaffView): readonly RailItem[] {
  return [...RAIL, ...(isKeeper(user) ? [KEEPING] : []), ...(hasRole(user, LIBRARY_OWNERS) ? [LIMITS] : [])];
}

function railItem(place: Place): string {
  if (place.at === 'keeping' || place.at === 'limits') return place.at;
  return PATIENT_PLACES.includes(place.at) ? 'patients' : 'board';
}
