/**
 * Which keys of a number field are stopped at the key: a second point, a key that is held down, and the same digit
 * again so fast that a worn key must have bounced. Everything else is taken as typed and judged when it is entered,
 * so that the refusal can say what is wrong with it. Source: UX 3.0; ISMP, "Double key bounce".
 */

/** Shortest time between two presses of the same digit, in milliseconds. */
export const BOUNCE_MILLISECONDS = 90;

export type KeyPress = {
  readonly key: string;
  /** Milliseconds on any steady counter. */
  readonly at: number;
};

export type KeyVerdict = 'taken' | 'secondPoint' | 'held' | 'bounced';

/** What happens to a key. `kept` is what stays in the field: its text without the part that is marked. */
export function judgeKey(
  press: KeyPress & { readonly repeated: boolean; readonly kept: string },
  previous: KeyPress | null,
): KeyVerdict {
  if (press.repeated) return 'held';
  if (press.key === '.' && press.kept.includes('.')) return 'secondPoint';
  const isDigit = /^\d$/.test(press.key);
  const isAgain = previous?.key === press.key && press.at - previous.at < BOUNCE_MILLISECONDS;
  return isDigit && isAgain ? 'bounced' : 'taken';
}

/** The sentence for a key that was stopped. `text` is what the field would have held. */
export function stoppedKeyText(verdict: Exclude<KeyVerdict, 'taken'>, text: string): string {
  switch (verdict) {
    case 'secondPoint':
      return 'Second point ignored. Use one point only';
    case 'held':
      return 'Held key ignored — press it again for each digit';
    case 'bounced':
      return `Repeated key ignored — press again if you meant ${text}`;
  }
}
