import type { CountedView } from '../../../../contract/views/session.ts';
import { MUSCLES, SIDES } from '../../../../core/session/countedEvents.ts';
import { capitalised } from '../../../documents/words.ts';

type Site = CountedView['doses'][number]['site'];

/** `Spray 2 of 3` */
export function doseName({ of, order }: CountedView, number: number): string {
  return `${capitalised(of)} ${number} of ${order.doses}`;
}

/** Where a dose may go, as it is chosen: nothing is chosen beforehand. */
export function sitesOf({
  of,
}: CountedView): readonly { readonly id: string; readonly label: string; readonly site: Site }[] {
  if (of === 'spray')
    return SIDES.map((side) => ({
      id: side,
      label: `${capitalised(side)} nostril`,
      site: { kind: 'nostril', side },
    }));
  return MUSCLES.flatMap((muscle) =>
    SIDES.map((side) => ({
      id: `${side} ${muscle}`,
      label: `${capitalised(side)} ${muscle}`,
      site: { kind: 'muscle', muscle, side } as const,
    })),
  );
}

/** What the choice of a site is called. */
export function siteLabel({ of }: CountedView): string {
  return of === 'spray' ? 'Nostril' : 'Muscle';
}
