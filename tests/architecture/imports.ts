import { posix } from 'node:path';
import ts from 'typescript';
import { blank, isCode, lineAt, withoutComments, type Source } from './source.ts';

/** One file asking for another, or for a package. */
export interface Import {
  readonly path: string;
  readonly line: number;
  /** A path in the repository for a relative import; otherwise the package as it is written. */
  readonly to: string;
  /** Gone after compiling: it knows a shape, not the code behind it. */
  readonly typeOnly: boolean;
}

/** The names that a script or a declaration imports, as they are written. */
export const namesIn = (path: string, text: string): readonly string[] =>
  inScript(path, text).map(({ target }) => target);

/** Every import of every source file: static, dynamic, re-exported, for effect, or of a type. */
export function importsOf(sources: readonly Source[]): Import[] {
  const known = new Set(sources.map(({ path }) => path));
  return sources.filter(isCode).flatMap((source) =>
    found(source).map(({ target, position, typeOnly }) => ({
      path: source.path,
      line: lineAt(source.text, position),
      to: resolve(source.path, target, known),
      typeOnly,
    })),
  );
}

interface Found {
  readonly target: string;
  readonly position: number;
  readonly typeOnly: boolean;
}

function found(source: Source): Found[] {
  if (!source.path.endsWith('.svelte')) return inScript(source.path, source.text);
  const markup = withoutComments(source.text.replace(SCRIPT, blank));
  return [...inScript(`${source.path}.ts`, scriptsOf(source.text)), ...inMarkup(markup)];
}

const SCRIPT = /(<script\b[^>]*>)([\s\S]*?)(<\/script>)/g;

/** A component's scripts alone, each still on its own lines. */
function scriptsOf(text: string): string {
  let scripts = blank(text);
  for (const { index, 1: open = '', 2: body = '' } of text.matchAll(SCRIPT)) {
    const start = index + open.length;
    scripts = scripts.slice(0, start) + body + scripts.slice(start + body.length);
  }
  return scripts;
}

/** `{#await import('…')}` stands outside the scripts. */
function inMarkup(markup: string): Found[] {
  return [...markup.matchAll(/\bimport\(\s*(["'`])(.+?)\1/g)].map((match) => ({
    target: match[2] ?? '',
    position: match.index,
    typeOnly: false,
  }));
}

function inScript(path: string, text: string): Found[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const all: Found[] = [];
  const visit = (node: ts.Node): void => {
    const target = targetOf(node);
    if (target) {
      const position = node.getStart(file);
      all.push({ target: target.text, position, typeOnly: isTypeOnly(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return all;
}

function targetOf(node: ts.Node): ts.StringLiteralLike | undefined {
  const target = writtenTarget(node);
  return target && ts.isStringLiteralLike(target) ? target : undefined;
}

function writtenTarget(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  const dynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return dynamic ? node.arguments[0] : undefined;
}

/** `import { type A }` still runs the file it names; only `import type` does not. */
function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) {
    return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  }
  return ts.isImportTypeNode(node) || (ts.isExportDeclaration(node) && node.isTypeOnly);
}

function resolve(from: string, target: string, known: ReadonlySet<string>): string {
  const bare = target.replace(/\?.*$/, '');
  if (!bare.startsWith('.')) return bare;
  const path = posix.join(posix.dirname(from), bare);
  const endings = ['', '.ts', '.svelte', '.svelte.ts', '/index.ts'];
  return endings.map((ending) => path + ending).find((each) => known.has(each)) ?? path;
}
