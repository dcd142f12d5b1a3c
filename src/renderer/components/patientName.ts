import type { PatientBannerView } from '../../contract/views/people.ts';

type Named = Pick<PatientBannerView, 'familyName' | 'givenName'>;

/** `OKAFOR, Ada`: the surname in capitals, as in every list, button and banner. Source: NHS CUI through UX 3.0. */
export function patientName({ familyName, givenName }: Named): string {
  return `${familyName.toUpperCase()}, ${givenName}`;
}

/** `another OKAFOR today (Chair 4)`. Source: UX 3.0. */
export function nameAlertText(alert: NonNullable<PatientBannerView['nameAlerts']>[number]): string {
  const who =
    alert.alike === 'familyName'
      ? `another ${alert.familyName.toUpperCase()}`
      : `${alert.familyName.toUpperCase()} has the same date of birth,`;
  return `${who} today (Chair ${alert.chair})`;
}
