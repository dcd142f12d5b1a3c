import type { SavedPaper, Scene } from '../../tests/play/referencePlay.ts';

/** One moment of the play, as a picture in two themes. Paths are relative to the page. */
export type Picture = { readonly scene: Scene; readonly dim: string; readonly light: string };

export type DemoOutput = {
  readonly pictures: readonly Picture[];
  readonly papers: readonly SavedPaper[];
  readonly record: string;
  /** Whether log:verify passed on the record. */
  readonly isWhole: boolean;
};

/** What is to be seen at each scene. */
const CAPTIONS: Record<Scene, readonly [title: string, words: string]> = {
  doors: ['Two doors', 'The first start on a computer: a clinic of its own, or one to learn in.'],
  signIn: ['Sign in', 'Who works here, which chair is busy, and the keys of the training clinic.'],
  board: ['The board', 'Six chairs side by side, none of them running.'],
  patient: ['The patient', 'R. Lim has weighed Ada Okafor: 72 kg, measured. Without it nothing is ordered.'],
  plan: ['The plan', '0.5 mg/kg over 40 min, worked out step by step and checked by a second engine.'],
  orderSheet: [
    'The order sheet',
    'Two copies without weight, rate or volume. The plan is closed from here on.',
  ],
  firstEntry: ['The first entry', 'R. Lim types what the paper, the scale and the vial say.'],
  secondEntry: ['The second entry', 'J. Osei types the same, blind. The program compares, nobody else.'],
  matched: ['They agree', 'Only now the numbers may be seen again, and the vial is taken.'],
  witness: ['The witness', 'The other nurse reads syringe and vial; the values are not shown.'],
  label: ['The label', 'Its number ties the syringe to the chair.'],
  beforeStart: ['Before the start', 'Baseline vitals, and the pump read back by the one who did not set it.'],
  recordPad: ['The record pad', 'Vitals and effects, one Enter.'],
  running: ['Running', 'Rate, given, end, next. The chart is the one that is printed.'],
  rate: ['A lower rate', '54 to 40.5 mL/h at 12 min: what it means is said before it is recorded.'],
  paused: ['Paused', 'One key took the time; the reason may follow.'],
  boardRunning: ['The board again', 'Read from the other end of the room.'],
  recovery: ['Recovery', 'Time observed, and what is still to be met before going home.'],
  review: ['Review', '200 − 36 − 164 = 0 mg. Nothing is left to finish.'],
  signed: ['Signed', 'By the nurse, then by the prescriber. The record is closed.'],
};

/** A page without a script: the pictures in order, the papers, the record. */
export function demoPage({ pictures, papers, record, isWhole }: DemoOutput): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<title>Infusion Desk, one session from start to end</title>
<style>${STYLE}</style>
<header>
  <h1>Infusion Desk</h1>
  <p>One session from the two doors to the countersigned record, played by keyboard through the real window into the
  real database. People and clinic are invented; the library says EXAMPLE.</p>
  <fieldset>
    <legend>Pictures</legend>
    <label><input type="radio" name="theme" id="dim" checked> Dim</label>
    <label><input type="radio" name="theme" id="light"> Light</label>
  </fieldset>
</header>
<section>
  <h2>Papers and record</h2>
  <ul>
${papers.map(({ title, path }) => `    <li><a href="${attribute(path)}">${text(title)}</a></li>`).join('\n')}
    <li><a href="${attribute(record)}">The record</a> (SQLite), ${isWhole ? 'checked: chain whole' : 'NOT WHOLE, see the terminal'}</li>
  </ul>
</section>
<ol>
${pictures.map(figure).join('\n')}
</ol>
</html>
`;
}

function figure({ scene, dim, light }: Picture): string {
  const [title, words] = CAPTIONS[scene];
  const image = (theme: string, file: string): string =>
    `<img class="${theme}" src="${attribute(file)}" alt="${attribute(`${title}, ${theme}`)}" width="1366" height="768" loading="lazy">`;
  return `  <li><figure>${image('dim', dim)}${image('light', light)}
    <figcaption><b>${text(title)}</b> ${text(words)}</figcaption></figure></li>`;
}

function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A value between double quotes; a path keeps its slashes. */
function attribute(value: string): string {
  return text(value.replaceAll('\\', '/')).replaceAll('"', '&quot;');
}

const STYLE = `
  :root { color-scheme: dark; background: #12151c; color: #e6e9ef; font: 16px/24px system-ui, sans-serif; }
  :root:has(#light:checked) { color-scheme: light; background: #f6f7f9; color: #161a22; }
  body { max-width: 1366px; margin: 0 auto; padding: 40px 24px 80px; }
  header { display: grid; grid-template-columns: 1fr auto; gap: 8px 40px; align-items: end; }
  h1 { margin: 0; font-size: 32px; line-height: 40px; grid-column: 1 / -1; }
  h2 { margin: 40px 0 8px; font-size: 18px; }
  p { margin: 0; max-width: 70ch; }
  fieldset { display: flex; gap: 20px; margin: 0; border: 1px solid #6b7689; border-radius: 4px; padding: 8px 16px; }
  label { display: flex; gap: 6px; align-items: center; min-height: 28px; }
  a { color: #6fb1ff; } :root:has(#light:checked) a { color: #0b5cad; }
  ul { margin: 0; padding-left: 20px; }
  ol { list-style: none; margin: 40px 0 0; padding: 0; counter-reset: scene; }
  figure { margin: 0 0 56px; }
  img { display: block; width: 100%; height: auto; border: 1px solid #3a4353; }
  .light, :root:has(#light:checked) .dim { display: none; } :root:has(#light:checked) .light { display: block; }
  figcaption { margin-top: 12px; } figcaption b { margin-right: 8px; font-size: 18px; }
  li { counter-increment: scene; } ol figcaption b::before { content: counter(scene) "  "; opacity: .7; }
`;
