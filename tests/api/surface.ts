import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  noEmit: true,
};

/** A module's declarations, read together with some scripts that import it by its name. */
export interface Surface {
  /** Everything that the module exports, in the order of the alphabet: its kind, name and type. */
  readonly lines: string;
  /** What the compiler finds wrong with the declarations themselves. */
  readonly faults: readonly string[];
  /** What it finds wrong with each script. */
  readonly faultsOfScripts: readonly (readonly string[])[];
}

export function readSurface(entry: string, name: string, scripts: readonly string[]): Surface {
  const paths = scripts.map((_, index) => entry.replace(/[^/]*$/, `script-${index}.ts`));
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => paths.includes(file) || fileExists(file);
  host.getSourceFile = (file, ...rest) => {
    const text = scripts[paths.indexOf(file)];
    if (text === undefined) return getSourceFile(file, ...rest);
    return ts.createSourceFile(file, text, ts.ScriptTarget.ES2023);
  };
  const options = { ...OPTIONS, paths: { [name]: [entry] } };
  const program = ts.createProgram([entry, ...paths], options, host);
  const own = program
    .getSourceFiles()
    .filter((file) => !program.isSourceFileDefaultLibrary(file))
    .filter(({ fileName }) => !paths.includes(fileName));
  return {
    lines: describeExports(program, entry),
    faults: own.flatMap((file) => faultsIn(program, file)),
    faultsOfScripts: paths.map((path) => faultsIn(program, program.getSourceFile(path))),
  };
}

const faultsIn = (program: ts.Program, file: ts.SourceFile | undefined): string[] =>
  [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
  );

function describeExports(program: ts.Program, entry: string): string {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${entry} is no module.`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (isAlias(symbol) ? checker.getAliasedSymbol(symbol) : symbol))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((symbol) => `${describeSymbol(checker, symbol)}\n`)
    .join('');
}

const isAlias = ({ flags }: ts.Symbol): boolean => Boolean(flags & ts.SymbolFlags.Alias);

function describeSymbol(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  const show = (type: ts.Type, flags = ts.TypeFormatFlags.None): string =>
    checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation | flags);
  if (!(symbol.flags & ts.SymbolFlags.Type)) {
    return `${symbol.name}: ${show(checker.getTypeOfSymbol(symbol))}`;
  }
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  if (!type.isClassOrInterface()) {
    return `type ${symbol.name} = ${show(type, ts.TypeFormatFlags.InTypeAlias)}`;
  }
  const members = type
    .getProperties()
    .filter(({ name }) => !name.includes('#'))
    .map((member) => `  ${memberOf(member)}: ${show(checker.getTypeOfSymbol(member))}`);
  return [`interface ${symbol.name}`, ...members].join('\n');
}

const memberOf = ({ name, flags }: ts.Symbol): string =>
  flags & ts.SymbolFlags.Optional ? `${name}?` : name;
