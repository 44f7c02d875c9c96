const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** Where the page finds its styles: the policy of the site allows none in the page itself. */
export const FAULT_STYLES = 'parley-preview/faults.css';

/** A page with what is wrong with a story, shown instead of its site until it is mended. */
export function formatFaultPage(name: string, faults: readonly string[]): string {
  const title = `${name} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}`;
  const items = faults.map((fault) => `      <li>${escape(fault)}</li>`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escape(title)}</title>
    <link rel="icon" href="/icon.svg">
    <link rel="stylesheet" href="/${FAULT_STYLES}">
  </head>
  <body>
    <h1>${escape(title)}</h1>
    <p>This page shows the story again as soon as the file is mended and saved.</p>
    <ol>
${items.join('\n')}
    </ol>
  </body>
</html>
`;
}

export const FAULT_STYLE_SHEET = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.25rem; overflow-wrap: anywhere }
li { margin-block: .5rem; overflow-wrap: anywhere }
`;
