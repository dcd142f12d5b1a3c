/** A page with its last row that begins with `name` replaced: figures stand below. Throws when there is no such row. */
export function noteLine(page: string, name: string, row: string): string {
  const lines = page.split('\n');
  const at = lines.findLastIndex((line) => line.startsWith(`| ${name} |`));
  if (at === -1) throw new Error(`The page has no row "${name}".`);
  lines[at] = `| ${row} |`;
  return lines.join('\n');
}
