/**
 * Spellings of units that are refused, with the one that is written instead. A refused spelling never stands in for
 * ours; it only tells what to type. `lb`, `oz`, `in` and the like have no other spelling and are refused without one.
 *
 * Source: ISMP list of error-prone abbreviations and Joint Commission "Do Not Use" list (µg, cc, U, IU), through the
 * number typography of UX 3.0; the rest are other people's spellings of the same units.
 */
const REFUSED_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  ng: ['NG', 'ngs', 'nanogram', 'nanograms'],
  mcg: ['\u00b5g', '\u03bcg', 'ug', 'MCG', 'Mcg', 'mcgs', 'microgram', 'micrograms'],
  mg: ['MG', 'Mg', 'mgs', 'mgm', 'milligram', 'milligrams'],
  g: ['G', 'gm', 'gms', 'gr', 'gram', 'grams'],
  milliunits: ['mU', 'mIU', 'milliunit'],
  units: ['U', 'u', 'IU', 'iu', 'unit', 'Units'],
  mEq: ['meq', 'mEQ', 'MEQ', 'mEqs'],
  mmol: ['mMol', 'MMOL', 'mmols', 'millimole', 'millimoles'],
  mL: ['ml', 'ML', 'Ml', 'mls', 'cc', 'ccs', 'CC', 'millilitre', 'millilitres', 'milliliter', 'milliliters'],
  L: ['l', 'litre', 'litres', 'liter', 'liters'],
  s: ['S', 'sec', 'secs', 'second', 'seconds'],
  min: ['MIN', 'Min', 'mins', 'minute', 'minutes'],
  h: ['H', 'hr', 'hrs', 'hour', 'hours'],
  d: ['D', 'day', 'days'],
  kg: ['KG', 'Kg', 'kgs', 'kilo', 'kilos', 'kilogram', 'kilograms'],
  m2: ['m\u00b2', 'm^2', 'M2', 'sqm'],
  cm: ['CM', 'Cm', 'cms', 'centimetre', 'centimetres', 'centimeter', 'centimeters'],
  gtt: ['GTT', 'gtts', 'drop', 'drops'],
};

const WRITTEN_INSTEAD = new Map(
  Object.entries(REFUSED_SPELLINGS).flatMap(([written, refused]) =>
    refused.map((spelling) => [spelling, written] as const),
  ),
);

/**
 * What to write in place of a unit: `mcg/kg/min` for `µg/kg/min`, `mg/kg` for `mg per kg`; undefined when nothing in it
 * is a known other spelling.
 */
export function unitToWrite(typed: string): string | undefined {
  const parts = typed.split(/\s+per\s+|\s*\/\s*/);
  const written = parts.map((part) => WRITTEN_INSTEAD.get(part) ?? part).join('/');
  return written === typed ? undefined : written;
}
