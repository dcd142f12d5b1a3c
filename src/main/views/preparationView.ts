import type { SessionView } from '../../contract/views/session.ts';
import type { Product } from '../../core/library/library.ts';
import { type Done, type Preparation, RUNNING_STATES, type Session } from '../../core/session/session.ts';
import { doneView, type PersonOf } from './peopleViews.ts';
import { type Shown, shownFor, shownProductOf } from './shownAmounts.ts';

type PreparationView = NonNullable<SessionView['preparation']>;
type PreparationsView = Pick<
  SessionView,
  'preparation' | 'nextPreparation' | 'earlierContainers' | 'discardedPreparations'
>;

/** While nobody may see the plan, nobody sees what was drawn up for it. */
export const NO_PREPARATIONS: PreparationsView = {
  preparation: null,
  nextPreparation: null,
  earlierContainers: [],
  discardedPreparations: [],
};

/** Every preparation of the session's containers, each step with who did it and when. */
export function preparationsView(session: Session, person: PersonOf): PreparationsView {
  const product = session.authorised?.rules.product;
  if (!product) return NO_PREPARATIONS;
  const shown = shownFor(session);
  const view = (preparation: Preparation) => preparationView(preparation, product, { person, shown });
  const runs = RUNNING_STATES.includes(session.state);
  return {
    preparation: view(session.preparation),
    nextPreparation: runs ? view(session.nextPreparation) : null,
    earlierContainers: session.containerChanges.flatMap((change, index) => {
      const preparation = session.earlierPreparations[index];
      const { restartedAt, volumeLeft, calculatedLeft, leftReason } = change;
      const ended = { done: doneView(person, change), restartedAt, volumeLeft, calculatedLeft, leftReason };
      return preparation ? [{ preparation: view(preparation), change: ended }] : [];
    }),
    discardedPreparations: [
      ...session.discardedPreparations,
      // Begun for a change that did not come.
      ...(runs || !session.nextPreparation.vial ? [] : [session.nextPreparation]),
    ].map(view),
  };
}

function preparationView(
  { vial, drawn, mixed, witnessed, labelChecked }: Preparation,
  product: Product,
  { person, shown }: { readonly person: PersonOf; readonly shown: Shown },
): PreparationView {
  const done = (step: Done) => doneView(person, step);
  return {
    vial: vial && {
      product: shownProductOf(product, shown),
      lot: vial.lot,
      expiry: vial.expiry,
      vials: vial.vials,
      done: done(vial),
    },
    drawn: drawn && { volume: drawn.volume, amount: shown(drawn.amount), done: done(drawn) },
    mixed: mixed && { diluent: mixed.diluent, finalVolume: mixed.finalVolume, done: done(mixed) },
    witnessed: witnessed && {
      label: witnessed.label,
      useBy: witnessed.useBy,
      concentration: shown(witnessed.concentration),
      finalVolume: witnessed.finalVolume,
      done: done(witnessed),
    },
    labelChecked: labelChecked && done(labelChecked),
  };
}
