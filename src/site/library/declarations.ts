import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/**
 * Writes the types of a module and of all its imports into a folder, one `.d.ts` for each file. Each file is compiled by
 * itself (`isolatedDeclarations`), which takes a hundredth of the time of a type check. Throws if an exported type is not
 * explicit.
 */
export async function writeDeclarations(entry: string, folder: string): Promise<void> {
  const root = dirname(entry);
  const found = new Set([entry]);
  for (const path of found) {
    const text = declare(path, await readFile(path, 'utf8'));
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      if (fileName.startsWith('.')) found.add(resolve(dirname(path), fileName));
    }
    const to = join(folder, relative(root, path).replace(/\.ts$/, '.d.ts'));
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, text.replaceAll(/(from ["']\.[^"']*)\.ts(["'])/g, '$1.js$2'));
  }
}

function declare(path: string, source: string): string {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(source, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { strict: true, verbatimModuleSyntax: true, stripInternal: true },
  });
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, HOST));
  // Imports for side effects only, such as a style sheet, have no types.
  return outputText.replace(/^import ["'][^"']*["'];\n/gm, '');
}

const HOST: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => process.cwd(),
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
};
