import type { Paper } from '../../core/session/events.ts';
import { LABEL_MILLIMETRES } from '../../core/session/labelSizes.ts';
import type { Sheet } from './shell.ts';

const MILLIMETRES_PER_INCH = 25.4;

/** Paper by its name, a label by its width and height in inches. */
export function sheetSize(sheet: Sheet): Paper | { readonly width: number; readonly height: number } {
  if (sheet === 'A4' || sheet === 'Letter') return sheet;
  const { width, height } = LABEL_MILLIMETRES[sheet];
  return { width: width / MILLIMETRES_PER_INCH, height: height / MILLIMETRES_PER_INCH };
}
