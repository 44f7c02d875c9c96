import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTRIBUTES } from '../../src/embed/host/attributes.ts';
import { EVENTS } from '../../src/embed/protocol.ts';
import { writeDeclarations } from '../../src/site/library/declarations.ts';
import { describeElement, ELEMENT_TYPES } from '../../src/site/library/element-types.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The types of frameworks. Those of Vue take a hundred packages: this is the part that its templates are checked by. */
const VUE = 'export interface HTMLAttributes { id?: string } export interface GlobalComponents {}';
const FRAMEWORKS = {
  react: [at('node_modules/@types/react/index.d.ts')],
  'react/jsx-runtime': [at('node_modules/@types/react/jsx-runtime.d.ts')],
  'svelte/elements': [at('node_modules/svelte/elements.d.ts')],
};

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-element-'));
  await writeDeclarations(at('src/embed/host/element-types.ts'), join(folder, 'embed/host'));
  await writeFile(join(folder, 'element.d.ts'), ELEMENT_TYPES);
  await writeFile(join(folder, 'vue.d.ts'), VUE);
});

afterAll(() => rm(folder, { recursive: true }));

/** What the compiler says of a script that imports the element, and of the element's declarations. */
async function faultsIn(script: string, paths: Record<string, string[]> = {}): Promise<string[]> {
  const file = join(folder, 'script.tsx');
  await writeFile(file, `import 'parley-map/element';\n${script}`);
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    // All declarations are checked but those of the DOM.
    skipDefaultLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    types: [],
    paths: { 'parley-map/element': [join(folder, 'element.d.ts')], ...paths },
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('The element has types', () => {
  test('in the DOM, also where no framework is installed', async () => {
    const right = `
      const map = document.querySelector('parley-map');
      map?.addEventListener('seeked', ({ detail }) => detail.date.length);
      map?.addEventListener('error', ({ detail }) => detail.code.length);
      map?.addEventListener('click', ({ clientX }) => clientX);
      export const state = map?.seek('hanoi').then(({ event }) => event);
      document.createElement('parley-map').eventId = 'hanoi';`;
    expect(await faultsIn(right)).toEqual([]);
    const wrong = `document.createElement('parley-map').seek(3);`;
    expect((await faultsIn(wrong)).join()).toMatch(/'number' is not assignable/);
  });

  test('in JSX of React 19', async () => {
    const right = `
      export const map = (
        <parley-map src="https://maps.example/" event-id="hanoi" loop theme="auto" className="wide"
          onready={({ detail }) => detail.date} key="map" style={{ margin: 0 }}>
          <a href="https://maps.example/">The map</a>
        </parley-map>
      );`;
    expect(await faultsIn(right, FRAMEWORKS)).toEqual([]);
    const wrong = `export const map = <parley-map theme="blue" />;`;
    expect((await faultsIn(wrong, FRAMEWORKS)).join()).toMatch(/"blue"' is not assignable/);
  });

  test('in templates of Vue and of Svelte', async () => {
    const templates = `
      import type { GlobalComponents } from 'vue';
      import type { SvelteHTMLElements } from 'svelte/elements';
      type Props = InstanceType<GlobalComponents['parley-map']>['$props'];
      export const vue: Props = { src: '/', id: 'map', onReady: ({ detail }) => detail.date };
      export const svelte: SvelteHTMLElements['parley-map'] = { src: '/', class: 'wide', onready: ({ detail }) => detail.date };`;
    const paths = { ...FRAMEWORKS, vue: [join(folder, 'vue.d.ts')] };
    expect(await faultsIn(templates, paths)).toEqual([]);
  });
});

test('The manifest for editors names every attribute and event, and says what it is', async () => {
  const { modules } = (await describeElement()) as Manifest;
  const [element] = modules.flatMap(({ declarations }) => declarations);
  const namesOf = (entries: readonly Entry[] = []) => entries.map(({ name }) => name).sort();
  expect(namesOf(element?.attributes)).toEqual([...ATTRIBUTES].sort());
  expect(namesOf(element?.events)).toEqual([...EVENTS, 'refused', 'resize'].sort());
  expect(namesOf(element?.members)).toEqual(expect.arrayContaining(['eventId', 'seek', 'paused']));
  const all = [...(element?.attributes ?? []), ...(element?.events ?? [])];
  expect(all.filter(({ description, type }) => !description || !type.text)).toEqual([]);
});

interface Entry {
  readonly name: string;
  readonly description: string;
  readonly type: { readonly text: string };
}
interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly attributes: readonly Entry[];
      readonly events: readonly Entry[];
      readonly members: readonly Entry[];
    }[];
  }[];
}
