import type { DrawingContext } from 'bwip-js/generic';
import type { CodeShape } from '../../contract/views/labels.ts';

/** 21 × 21 modules, of which 15 % may be unreadable. */
const SQUARE = { version: '1', eclevel: 'M' };

/**
 * The code of a label number, `KT-0412`: a QR code that says the number and nothing of the patient. Loaded when first
 * used: nothing needs it to start. Source: UX 4, D2, "Code128/QR of label id".
 */
export async function labelCode(label: string): Promise<CodeShape> {
  const { qrcode } = await import('bwip-js/generic');
  const options = { bcid: 'qrcode', text: label, scale: 1, ...SQUARE };
  return qrcode(options, shapeDrawing());
}

/** Collects the polygons an encoder draws as one path. Which of them are holes, the rule “evenodd” says. */
function shapeDrawing(): DrawingContext<CodeShape> {
  let size = { width: 0, height: 0 };
  let path = '';
  return {
    scale: () => null,
    init: (width, height) => {
      size = { width, height };
    },
    polygon: (points) => {
      path += `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
    },
    end: () => ({ ...size, path }),
    // No square code is drawn with any of these, and no text stands below it.
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    line: () => undefined,
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
  };
}
