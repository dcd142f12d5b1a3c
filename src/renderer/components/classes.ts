/** Class names that apply, joined. A condition may stand in the list and leave its place empty. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => name !== false && name !== null && name !== undefined).join(' ');
}
