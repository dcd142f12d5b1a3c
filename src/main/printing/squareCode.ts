import type { DrawingContext } from 'bwip-js/generic';
import type { CodeShape } from '../../contract/views/codeShape.ts';

/** 15 % of the modules may be unreadable, and more where the size has room for it. */
const CORRECTION = 'M';

/**
 * A text as a QR code, as small as the text allows: `KT-0412` takes 21 × 21 modules. Loaded when first used: nothing
 * needs it to start. Source: UX 4, D1.10 and D2.
 */
export async function squareCode(text: string): Promise<CodeShape> {
  const { qrcode } = await import('bwip-js/generic');
  const options = { bcid: 'qrcode', text, scale: 1, eclevel: CORRECTION };
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
