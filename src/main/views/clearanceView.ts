import type { PlanScreenView } from '../../contract/views/plan.ts';
import { type DrugLibrary, findDrug, isPlannable, isPlannableCounted } from '../../core/library/library.ts';
import { allergiesInTheWay, recordLacks } from '../../core/session/decisions/patientRefusal.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { allergyNamesOf, patientFacts } from '../services/patientFacts.ts';
import type { Patient } from '../services/patients.ts';

type Clearance = PlanScreenView['clearances'][number];

/** What the record of a patient lacks for an order of each protocol, said before anyone signs. */
export function clearances(
  record: OpenRecord,
  patient: Patient,
  library: DrugLibrary,
): PlanScreenView['clearances'] {
  const facts = patientFacts(record, patient, null);
  return library.protocols.flatMap((protocol): readonly Clearance[] => {
    const drug = findDrug(library, protocol.drug);
    if (!drug || !(isPlannable(protocol) || isPlannableCounted(protocol))) return [];
    const judged = { patient: facts, rules: { protocol }, allergyNames: allergyNamesOf(drug) };
    // The core names only what the contract knows; the schema says so once more on the way out.
    const lacking = recordLacks(judged) as Clearance['lacking'];
    return [{ protocol: protocol.id, lacking, allergies: [...allergiesInTheWay(judged)] }];
  });
}
