import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const TYPES = './embed/host/element-types';
/** The script that defines the element. */
const PATH = 'dist/parley-map.js';
const SOURCE = fileURLToPath(new URL('../../embed/host/element-types.ts', import.meta.url));

/**
 * Types of `parley-map/element`: `<parley-map>` in the DOM, in JSX (React 19), in Vue's and in Svelte's templates. A
 * framework that is not installed has no types to add to. TypeScript reports that without `@ts-ignore`. With
 * `@ts-expect-error` it would report the frameworks that are installed. Without the comments, each framework would need an
 * import of its own.
 */
export const ELEMENT_TYPES = `import type { ParleyMapAttributes, ParleyMapElement, ParleyMapEvents } from '${TYPES}.js';
export type * from '${TYPES}.js';

/** Listeners as props: \`onready\`. */
type Listeners = { [K in keyof ParleyMapEvents as \`on\${K}\`]?: (event: ParleyMapEvents[K]) => void };
/** Props that replace those of every element. */
type Own = ParleyMapAttributes & Listeners;
/** The same in Vue: \`@ready\` is \`onReady\`. */
type OwnInVue = ParleyMapAttributes & {
  [K in keyof ParleyMapEvents as \`on\${Capitalize<K>}\`]?: (event: ParleyMapEvents[K]) => void;
};

declare global {
  interface HTMLElementTagNameMap {
    'parley-map': ParleyMapElement;
  }
}

/** @ts-ignore */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** @ts-ignore */
      'parley-map': Omit<HTMLAttributes<ParleyMapElement> & ClassAttributes<ParleyMapElement>, keyof Own> & Own;
    }
  }
}

/** @ts-ignore */
declare module 'vue' {
  interface GlobalComponents {
    /** @ts-ignore */
    'parley-map': new () => { $props: Omit<import('vue').HTMLAttributes, keyof OwnInVue> & OwnInVue };
  }
}

/** @ts-ignore */
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    /** @ts-ignore */
    'parley-map': Omit<HTMLAttributes<ParleyMapElement>, keyof Own> & Own;
  }
}
`;

/** An entry of the manifest: an attribute, a property, a method or an event. */
interface Entry {
  readonly name: string;
  readonly type: { readonly text: string };
  readonly description: string;
}

/** The manifest for editors: https://github.com/webcomponents/custom-elements-manifest, made from the same types. */
export async function describeElement(): Promise<object> {
  const source = ts.createSourceFile(
    SOURCE,
    await readFile(SOURCE, 'utf8'),
    ts.ScriptTarget.ES2023,
    true,
  );
  const membersOf = (name: string): readonly ts.TypeElement[] =>
    source.statements.filter(ts.isInterfaceDeclaration).find((each) => each.name.text === name)
      ?.members ?? [];
  const own = membersOf('ParleyMapElement').filter(
    (member) => !/^(add|remove)EventListener$/.test(nameOf(member)) && !ts.isSetAccessor(member),
  );
  const declaration = {
    kind: 'class',
    name: 'ParleyMap',
    customElement: true,
    tagName: 'parley-map',
    superclass: { name: 'HTMLElement' },
    description: 'A map in a frame, with the interface of HTMLMediaElement.',
    attributes: membersOf('ParleyMapAttributes').map(describeMember),
    members: own.map((member) => ({
      kind: ts.isMethodSignature(member) ? 'method' : 'field',
      ...describeMember(member),
    })),
    events: membersOf('ParleyMapEvents').map(describeMember),
    slots: [{ name: '', description: 'Shown until the map is there, and if it never is.' }],
    cssParts: [{ name: 'frame', description: 'The frame.' }],
    cssProperties: [{ name: '--parley-max-height', description: 'The largest height.' }],
  };
  return {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path: PATH,
        declarations: [declaration],
        exports: [
          {
            kind: 'custom-element-definition',
            name: 'parley-map',
            declaration: { name: declaration.name, module: PATH },
          },
        ],
      },
    ],
  };
}

function nameOf(member: ts.TypeElement): string {
  const { name } = member;
  return name && (ts.isStringLiteral(name) || ts.isIdentifier(name)) ? name.text : '';
}

function describeMember(member: ts.TypeElement): Entry {
  const type = (member as ts.TypeElement & { readonly type?: ts.TypeNode }).type?.getText() ?? '';
  return {
    name: nameOf(member),
    type: { text: type.replace(' | undefined', '') },
    description: ts
      .getJSDocCommentsAndTags(member)
      .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
      .join(' '),
  };
}
