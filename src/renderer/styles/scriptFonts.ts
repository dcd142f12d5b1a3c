import arabic from '@fontsource/noto-sans-arabic/unicode.json';
import devanagari from '@fontsource/noto-sans-devanagari/unicode.json';
import hebrew from '@fontsource/noto-sans-hebrew/unicode.json';
import japanese from '@fontsource/noto-sans-jp/unicode.json';
import korean from '@fontsource/noto-sans-kr/unicode.json';
import chinese from '@fontsource/noto-sans-sc/unicode.json';
import thai from '@fontsource/noto-sans-thai/unicode.json';

/** The family of every script Inter has no letters for; it stands behind Inter in `--font`. */
const FAMILY = 'Desk Scripts';
/** One file serves both weights: names and notes alone are set in it, and a drawn weight is better than a made one. */
const WEIGHTS = '400 700';

/**
 * The files of a package and the characters each of them holds. Where two have the same character, the later package
 * gives it: a letter that Chinese, Japanese and Korean share has its Chinese form.
 */
const PACKAGES: readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] = [
  ['kr', korean],
  ['jp', japanese],
  ['sc', chinese],
  ['thai', thai],
  ['devanagari', devanagari],
  ['hebrew', hebrew],
  ['arabic', arabic],
];
/** What Inter has already, or what no name is written in. */
const LEFT_OUT = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek-ext',
  'vietnamese',
  'math',
  'symbols',
];

const URLS = import.meta.glob<string>(
  '../../../node_modules/@fontsource/noto-sans-*/files/*-500-normal.woff2',
  {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  },
);

/** One file, and the characters it is loaded for: `U+0E01-0E5B,U+200C-200D`. */
type ScriptFile = { readonly url: string; readonly characters: string };

/** Every file of every script. */
export const SCRIPT_FILES: readonly ScriptFile[] = PACKAGES.flatMap(([name, files]) =>
  Object.entries(files)
    .filter(([part]) => !LEFT_OUT.includes(part))
    .map(([part, characters]) => {
      const file = `noto-sans-${name}-${part.replace(/[[\]]/g, '')}-500-normal.woff2`;
      const url = Object.entries(URLS).find(([path]) => path.endsWith(`/${file}`))?.[1];
      if (url === undefined) throw new Error(`${file} is not in its package.`);
      return { url, characters };
    }),
);

/** Names the files to the page. None of them is read before a character of it is to be shown. */
export function offerScripts(fonts: FontFaceSet): void {
  for (const { url, characters } of SCRIPT_FILES)
    fonts.add(
      new FontFace(FAMILY, `url("${url}") format("woff2")`, {
        weight: WEIGHTS,
        unicodeRange: characters,
        display: 'block',
      }),
    );
}
