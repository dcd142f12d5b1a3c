// What a window's own code would do: show something, and listen.
globalThis.heard = [];
globalThis.infusionDesk.on('clock', (message) => globalThis.heard.push(message));
globalThis.rawNameAtStart = 'infusionDeskBinding' in globalThis;
document
  .getElementById('root')
  .append(Object.assign(document.createElement('h1'), { textContent: 'Trial window' }));
