import type { VerifiedPrintout } from '../../../contract/views/printouts.ts';
import { Button } from '../../components/Button.tsx';
import { FactList } from '../../components/FactList.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Panel } from '../../components/Panel.tsx';
import { patientName } from '../../components/patientName.ts';
import { formatCalendarDate, formatDate } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { usePlace } from '../../hooks/usePlace.tsx';
import styles from './PrintoutFound.module.css';
import { printoutAnswer } from './printoutWords.ts';

/** What the code says of the page, and what must stand on it. */
export function PrintoutFound({ found }: { readonly found: VerifiedPrintout }) {
  const { clock } = useApp();
  const { go } = usePlace();
  const { says, next } = printoutAnswer(found.page, clock.zone);
  const { patient, number, chair, plannedAt, session, page } = found;
  return (
    <Panel title={`Record ${number}`}>
      <p className={styles[page === null ? 'none' : 'match']}>
        <Icon name={page === null ? 'octagon' : 'check'} />
        {says}
      </p>
      <p>{next}</p>
      <FactList
        facts={[
          { name: 'Patient', text: patientName(patient) },
          { name: 'Born', text: formatCalendarDate(patient.born) },
          { name: 'Record', text: patient.recordNumber },
          { name: 'Session', text: `${formatDate(plannedAt, clock.zone)}, Chair ${chair}` },
        ]}
      />
      <Button onPress={() => go({ at: 'session', session })}>Open the record</Button>
    </Panel>
  );
}
