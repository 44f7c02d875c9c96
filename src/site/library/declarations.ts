import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/**
 * Writes the types of a module and of all that it names, one `.d.ts` for each file, below a folder. Each
 * file is read by itself, as `isolatedDeclarations` has it, which takes a hundredth of the time of a whole
 * check. Throws where a type is not written out.
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
  // What is imported for its effect alone, such as a style sheet, has no types.
  return outputText.replace(/^import ["'][^"']*["'];\n/gm, '');
}

const HOST: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => process.cwd(),
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
};
