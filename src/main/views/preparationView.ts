import type { SessionView } from '../../contract/views/session.ts';
import type { Done, Session } from '../../core/session/session.ts';
import { doneView, type PersonOf } from './peopleViews.ts';

/** The steps of the preparation, each with who did it and when. */
export function preparationView(session: Session, person: PersonOf): SessionView['preparation'] {
  const { vial, drawn, mixed, witnessed, labelChecked } = session.preparation;
  const product = session.authorised?.rules.product;
  if (!product) return null;
  const done = (step: Done) => doneView(person, step);
  return {
    vial: vial && {
      product,
      lot: vial.lot,
      expiry: vial.expiry,
      vials: vial.vials,
      done: done(vial),
    },
    drawn: drawn && { volume: drawn.volume, amount: drawn.amount, done: done(drawn) },
    mixed: mixed && { diluent: mixed.diluent, finalVolume: mixed.finalVolume, done: done(mixed) },
    witnessed: witnessed && {
      label: witnessed.label,
      useBy: witnessed.useBy,
      concentration: witnessed.concentration,
      finalVolume: witnessed.finalVolume,
      done: done(witnessed),
    },
    labelChecked: labelChecked && done(labelChecked),
  };
}
