/** Where a page hears of a new build: Server-Sent Events, each with the build's name. */
export const EVENTS = 'parley-preview/events';
/** The script that listens. Its query names the build that its page is of. */
export const RELOAD_SCRIPT = 'parley-preview/reload.js';

/** Loads the page anew as soon as another build is there, even if it came while nobody was connected. */
export const RELOAD_SOURCE = `const shown = new URL(document.currentScript.src).search.slice(1);
new EventSource('/${EVENTS}').onmessage = ({ data }) => {
  if (data !== shown) location.reload();
};
`;

/** A page that loads itself anew. Everything else of it stays as it will be published. */
export const withReload = (html: string, build: string): string =>
  html.replace('</head>', `  <script async src="/${RELOAD_SCRIPT}?${build}"></script>\n  </head>`);
