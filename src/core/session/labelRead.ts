/** What identifies a label to a person: its last four characters. */
const READ_CHARACTERS = 4;

/** The last four of a label as typed, or out of the whole number a scanner reads: `KT-0412` as `0412`. */
export function labelRead(typed: string, label: string): string {
  const read = typed.trim();
  return read === label ? label.slice(-READ_CHARACTERS) : read;
}
