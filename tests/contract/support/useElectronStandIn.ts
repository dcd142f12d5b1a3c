import { registerHooks } from 'node:module';

// Loaded with --import before the built program: `electron` is then the recording stand-in.
const standIn = new URL('./electronModule.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
