import type { Protocol } from './library.ts';
import { shownLimit } from './shownLimit.ts';
import type { Slip } from './slips.ts';

/** A slip in the units its protocol is ordered in, so that no other unit is named beside the field. */
export function shownSlip(protocol: Protocol, slip: Slip): Slip {
  const shown = <Text extends string>(text: Text) => shownLimit(protocol, text);
  const typed = shown(slip.typed);
  if (slip.kind === 'limits') {
    const { minimum, maximum } = slip.against;
    return { ...slip, typed, against: { minimum: shown(minimum), maximum: shown(maximum) } };
  }
  if (slip.kind === 'otherField') {
    return { ...slip, typed, against: { ...slip.against, value: shown(slip.against.value) } };
  }
  return { ...slip, typed, against: { ...slip.against, value: shown(slip.against.value) } };
}
