/** The columns of a batch, in the order in which they are written about. Source: DESIGN 5. */
export const COLUMNS = [
  'id',
  'ask',
  'unit',
  'weight',
  'height',
  'sex',
  'formula',
  'dose',
  'concentration',
  'duration',
  'volume',
  'rate',
  'drop factor',
  'bsa',
] as const;
export type Column = (typeof COLUMNS)[number];

/** One row as it was typed; an empty cell and an absent one both say that nothing was entered. */
export type Row = Readonly<Partial<Record<Column, string>>>;

/** What is wrong with which fields, in words. */
export type RowError = { readonly fields: readonly Column[]; readonly text: string };

export function columnNamed(name: string): Column | undefined {
  return COLUMNS.find((column) => column === name);
}

export function rowError(field: Column, text: string): RowError {
  return { fields: [field], text };
}

/** `dose: Start with a zero: 0.5 mg/kg; weight: Not entered`. */
export function rowErrorText(errors: readonly RowError[]): string {
  return errors.map(({ fields, text }) => `${fields.join(', ')}: ${text}`).join('; ');
}
