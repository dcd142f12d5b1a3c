/**
 * Classes of drugs as user-applied syringe labels name them, each with the colour of its label. The colour is an aid and
 * never stands without the words.
 *
 * Source: ISO 26825 and ASTM D4774 (UX 0, V16).
 */
export const DRUG_CLASSES = [
  'inductionAgent',
  'benzodiazepine',
  'muscleRelaxant',
  'opioid',
  'vasopressor',
  'localAnaesthetic',
  'anticholinergic',
  'antiemetic',
  'other',
] as const;
export type DrugClass = (typeof DRUG_CLASSES)[number];

/** As it is written for people. */
export const DRUG_CLASS_WORDS: Readonly<Record<DrugClass, string>> = {
  inductionAgent: 'induction agent',
  benzodiazepine: 'benzodiazepine',
  muscleRelaxant: 'muscle relaxant',
  opioid: 'opioid',
  vasopressor: 'vasopressor',
  localAnaesthetic: 'local anaesthetic',
  anticholinergic: 'anticholinergic',
  antiemetic: 'antiemetic',
  other: 'other drug',
};
