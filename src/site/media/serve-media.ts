import type { Connect } from 'vite';

/** Browsers guess all types from the content but this one. */
const TYPES: Readonly<Record<string, string>> = { '.svg': 'image/svg+xml' };

/** Serves the files of a story's media while a site is developed, by the names that they have in the built one. */
export function serveMedia(
  middlewares: Connect.Server,
  files: ReadonlyMap<string, Uint8Array>,
): void {
  middlewares.use((request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    const bytes = files.get(path.slice(1));
    if (!bytes) return next();
    const type = TYPES[/\.\w+$/.exec(path)?.[0] ?? ''];
    if (type !== undefined) response.setHeader('content-type', type);
    response.end(bytes);
  });
}
