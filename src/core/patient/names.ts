/**
 * How names are compared: letters without their accents, without case, whatever the composition of the text. Only the
 * marks of Latin, Greek and Cyrillic letters fall; those of other scripts are letters of their own.
 */
export function foldedText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

/** Letters that have no accent to take away. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
};

/** The folded words of a text: runs of letters and digits. */
export function foldedWords(text: string): readonly string[] {
  return foldedText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Letters and digits of a record number alone, as it is compared: `004-271-88` and `00427188` are one number. */
export function recordKey(recordNumber: string): string {
  return foldedWords(recordNumber).join('');
}

/**
 * Whether one word becomes the other by at most one wrong, missing, extra or swapped letter (the distance of Damerau
 * and Levenshtein, 0 or 1). Source of the rule: UX 3.3.
 */
export function isWithinOneSlip(left: string, right: string): boolean {
  const [one, other] = [[...left], [...right]];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [restOfOne, restOfOther] = [one.slice(same), other.slice(same)];
  return (
    isSame(restOfOne.slice(1), restOfOther.slice(1)) ||
    isSame(restOfOne.slice(1), restOfOther) ||
    isSame(restOfOne, restOfOther.slice(1)) ||
    isSwapped(restOfOne, restOfOther)
  );
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.join('') === right.join('');
}

function isSwapped([first, second, ...rest]: readonly string[], other: readonly string[]): boolean {
  return isSame([second ?? '', first ?? '', ...rest], other);
}

/** A word and every word with one letter taken out of it: two words within one slip have one of these in common. */
export function slipsOf(word: string): readonly string[] {
  const letters = [...word];
  return [...new Set([word, ...letters.map((_, place) => letters.toSpliced(place, 1).join(''))])];
}
