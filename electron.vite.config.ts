import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Found at run time in node_modules; everything else is bundled. */
const OUTSIDE = ['better-sqlite3', 'playwright-core', 'electron'];

/** The Chromium preload runs in the page's own world, so it is closed in: nothing of it may become a global there. */
const isPortable = (chunk: { readonly name: string }) => chunk.name === 'portable';

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('src/main/index.ts'), portable: resolve('src/main/portable.ts') },
        external: OUTSIDE,
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts'), portable: resolve('src/preload/portable.ts') },
        output: {
          // A sandboxed preload is one CommonJS file whatever the package says.
          format: 'cjs',
          entryFileNames: (chunk) => (isPortable(chunk) ? 'portable.js' : '[name].cjs'),
          banner: (chunk) => (isPortable(chunk) ? '(() => {' : ''),
          footer: (chunk) => (isPortable(chunk) ? '})();' : ''),
        },
      },
    },
  },
  renderer: {
    plugins: [react()],
    build: {
      minify: true,
      // One file from this disk, read once at the start; nothing of it comes over a network.
      chunkSizeWarningLimit: 2_000,
      modulePreload: { polyfill: false },
      // Fonts as files: the content security policy has no data: for them.
      assetsInlineLimit: 0,
    },
  },
});
