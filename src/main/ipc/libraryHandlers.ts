import { ok } from '../../core/result.ts';
import { exportLibrary } from '../services/exportLibrary.ts';
import { publishLibrary } from '../services/publishLibrary.ts';
import { reviewLibrary } from '../services/reviewLibrary.ts';
import { libraryView } from '../views/libraryView.ts';
import { type Handlers, signedIn, signedInLater } from './handler.ts';

export const libraryHandlers: Handlers<'library'> = {
  'library:load': (desk) => signedIn(desk, (record) => ok(libraryView(record))),
  'library:take': (desk, { file, part, text }) => {
    const taken = desk.incoming.take(file, part, text);
    return taken.ok ? ok({}) : taken;
  },
  'library:review': (desk, { file }) =>
    signedIn(desk, (record) => {
      const text = desk.incoming.text(file);
      return text.ok ? reviewLibrary(record, text.value) : text;
    }),
  'library:publish': (desk, { file, ...publication }) =>
    signedInLater(desk, async (record) => {
      const text = desk.incoming.text(file);
      if (!text.ok) return text;
      const published = await publishLibrary(record, { ...publication, text: text.value });
      return published.ok ? ok(libraryView(record)) : published;
    }),
  'library:export': (desk, { hash }) =>
    signedInLater(desk, (record) => exportLibrary(record, desk.shell, hash)),
};
