import type { DocumentData } from '../../contract/views/documents.ts';
import { type PageFrame, pageFrame } from './pageFrame.ts';

/** Paper the documents are laid out for. Both carry the same live box, so pages break at the same row. */
export type PaperName = 'A4' | 'Letter';

type FrameText = Exclude<keyof PageFrame, 'watermark'>;

const FRAME_TEXTS: readonly FrameText[] = [
  'clinic',
  'title',
  'name',
  'status',
  'identity',
  'allergies',
  'record',
  'notice',
];
/** A longer name is set smaller, so that it does not run into the status box. */
const NAME_CHARACTERS = 34;
const LONG_NAME_CHARACTERS = 52;
const SAMPLE = 'OKAFOR, Ada 0123456789.,:/%×÷−±°·';
const FRAME_TIMEOUT_MILLISECONDS = 250;

/**
 * Hands the header and footer to the page's margin boxes, which read them from `data-*` attributes of the root:
 * literal text that needs no inline style and no script in the page. Returns how to take them away again.
 */
export function showPageFrame(document: DocumentData, paper: PaperName, root: HTMLElement): () => void {
  const frame = pageFrame(document);
  for (const text of FRAME_TEXTS) root.setAttribute(`data-print-${text}`, frame[text]);
  root.setAttribute('data-print-paper', paper);
  root.setAttribute('data-print-type', nameType(frame.name));
  root.toggleAttribute('data-print-training', document.print.training);
  return () => {
    for (const { name } of [...root.attributes])
      if (name.startsWith('data-print-')) root.removeAttribute(name);
  };
}

/**
 * Resolves when a page made now would be complete: both weights and every script of its texts loaded, though nothing on
 * screen may use them, and the document laid out. What only the margin boxes use would otherwise print in a fallback
 * face.
 */
export async function whenPrintable(owner: Document): Promise<void> {
  const root = owner.documentElement;
  const face = getComputedStyle(root).getPropertyValue('--font').trim() || 'sans-serif';
  const inMargins = FRAME_TEXTS.map((text) => root.getAttribute(`data-print-${text}`) ?? '');
  const inBody = owner.querySelector('[data-print-root]')?.textContent ?? '';
  const texts = [SAMPLE, ...inMargins, inBody].join('');
  await Promise.all(['400', '600'].map((weight) => owner.fonts.load(`${weight} 9pt ${face}`, texts)));
  await owner.fonts.ready;
  await nextFrame();
  await nextFrame();
}

/** A hidden window draws no frames: after a quarter of a second the wait is over all the same. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, FRAME_TIMEOUT_MILLISECONDS);
    requestAnimationFrame(() => {
      clearTimeout(late);
      resolve();
    });
  });
}

function nameType(name: string): 'usual' | 'long' | 'longest' {
  if (name.length <= NAME_CHARACTERS) return 'usual';
  return name.length <= LONG_NAME_CHARACTERS ? 'long' : 'longest';
}
