/** What an infusion is described by. `amount` is a whole dose, `amountRate` a dose per time. */
export type Slot = 'amount' | 'amountRate' | 'concentration' | 'volume' | 'rate' | 'duration';

/** One way to a value: the product of `times` divided by each of `over`. */
export type Way = { readonly times: readonly Slot[]; readonly over: readonly Slot[] };

/**
 * Every way to each value. The first that a row has the values for is the one shown; the others it has the values for
 * must give the same. A value that is given is a way to itself, so that a row can ask for it in another unit.
 *
 * amount = amount rate × duration = concentration × volume; volume = rate × duration;
 * amount rate = rate × concentration; and what follows from these.
 *
 * Source: definitions of rate, concentration and dose; DESIGN 5 (a duration follows from volume and rate, or from
 * volume, concentration and dose rate).
 */
export const WAYS: Readonly<Record<Slot, readonly Way[]>> = {
  rate: [
    way(['amount'], ['concentration', 'duration']),
    way(['amountRate'], ['concentration']),
    way(['volume'], ['duration']),
    way(['rate']),
  ],
  amountRate: [
    way(['amountRate']),
    way(['amount'], ['duration']),
    way(['rate', 'concentration']),
    way(['volume', 'concentration'], ['duration']),
  ],
  amount: [
    way(['amount']),
    way(['amountRate', 'duration']),
    way(['concentration', 'volume']),
    way(['rate', 'concentration', 'duration']),
  ],
  duration: [
    way(['volume'], ['rate']),
    way(['volume', 'concentration'], ['amountRate']),
    way(['amount'], ['concentration', 'rate']),
    way(['duration']),
  ],
  volume: [
    way(['amount'], ['concentration']),
    way(['amountRate', 'duration'], ['concentration']),
    way(['rate', 'duration']),
    way(['volume']),
  ],
  concentration: [
    way(['concentration']),
    way(['amount'], ['volume']),
    way(['amountRate'], ['rate']),
    way(['amount'], ['rate', 'duration']),
    way(['amountRate', 'duration'], ['volume']),
  ],
};

/** The volume of vial contents that holds a dose, `concentration` being the strength of the vial. */
export const DRAW_UP_WAYS: readonly Way[] = [
  way(['amount'], ['concentration']),
  way(['amountRate', 'duration'], ['concentration']),
];

/**
 * The amount one container of `volume` needs: for a concentration, or so that a rate gives a dose (dose rate ×
 * volume ÷ rate, the rule behind "3 mg/kg in 50 mL"). The dose itself is no way to it: a container may hold more.
 */
export const AMOUNT_TO_ADD_WAYS: readonly Way[] = [
  way(['concentration', 'volume']),
  way(['amountRate', 'volume'], ['rate']),
  way(['amount', 'volume'], ['rate', 'duration']),
];

function way(times: readonly Slot[], over: readonly Slot[] = []): Way {
  return { times, over };
}
