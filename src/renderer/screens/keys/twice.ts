/** A secret typed twice, because nobody sees it and nobody can look it up. */
export type Twice = { readonly first: string; readonly again: string };

export const NOTHING_TYPED: Twice = { first: '', again: '' };

/** What is missing before it can be sent: `passphrase`, `PIN`. Undefined when it stands there twice. */
export function missingTwice({ first, again }: Twice, word: string): string | undefined {
  if (first === '') return `Type the ${word}.`;
  if (again === '') return `Type the ${word} a second time.`;
  return first === again ? undefined : 'The two are not the same. Type it again.';
}
