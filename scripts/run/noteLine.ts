/** A page with the row of a table that begins with `name` replaced. Throws when the page has no such row. */
export function noteLine(page: string, name: string, row: string): string {
  const lines = page.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`| ${name} |`));
  if (at === -1) throw new Error(`The page has no row "${name}".`);
  lines[at] = `| ${row} |`;
  return lines.join('\n');
}
