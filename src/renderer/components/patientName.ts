import type { PatientBannerView } from '../../contract/views/people.ts';

type Named = Pick<PatientBannerView, 'familyName' | 'givenName'>;

/** `OKAFOR, Ada`: the surname in capitals, as in every list, button and banner. Source: NHS CUI through UX 3.0. */
export function patientName({ familyName, givenName }: Named): string {
  return `${familyName.toUpperCase()}, ${givenName}`;
}
