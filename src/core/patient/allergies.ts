import { foldedWords, isWithinOneSlip } from './names.ts';

/** What a person is allergic to: a drug by name, a class of drugs, or anything else. */
export const ALLERGY_KINDS = ['drug', 'class', 'other'] as const;
export type AllergyKind = (typeof ALLERGY_KINDS)[number];

/** From so many letters on a slip of one letter is taken for the same word. */
const LONG_WORD = 6;

/**
 * The recorded substances that may be one of `names`: those of the drug, of its class and of the diluent. A substance
 * matches when its words stand in a name, or the name's in it, one after the other; a long word with one slip counts.
 * Too much is asked about rather than too little.
 */
export function matchingAllergies(
  substances: readonly string[],
  names: readonly string[],
): readonly string[] {
  return substances.filter((substance) => {
    const words = foldedWords(substance);
    return names.some((name) => {
      const named = foldedWords(name);
      return standsIn(words, named) || standsIn(named, words);
    });
  });
}

/** Whether `part` has words, and they stand in `whole` one after the other. */
function standsIn(part: readonly string[], whole: readonly string[]): boolean {
  return (
    part.length > 0 &&
    whole.some((_, from) => part.every((word, place) => isAlike(word, whole[from + place] ?? '')))
  );
}

function isAlike(word: string, other: string): boolean {
  return word === other || (word.length >= LONG_WORD && isWithinOneSlip(word, other));
}

/** Under what a prescriber's reason to order in spite of an allergy stands among the overrides of an order. */
export function allergyOverride(substance: string): string {
  return `allergy to ${substance}`;
}
