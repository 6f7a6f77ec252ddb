import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const HERE = process.cwd();

const faces = readdirSync(join(HERE, 'libs'))
  .map((library) => join(HERE, 'libs', library, 'index.ts'))
  .filter((path) => existsSync(path));

function compile(files: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile(join(HERE, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, HERE);
  return ts.createProgram([...files], { ...options, noEmit: true, incremental: false });
}

/** A declared function, or a constant that holds one. A type guard is spared: its signature is its docstring. */
function isFunction(node: ts.Declaration): boolean {
  const held = ts.isVariableDeclaration(node) ? node.initializer : node;
  if (held === undefined) return false;
  if (!ts.isFunctionDeclaration(held) && !ts.isArrowFunction(held) && !ts.isFunctionExpression(held)) return false;
  return held.type === undefined || !ts.isTypePredicateNode(held.type);
}

function isSilent(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  return symbol.getDocumentationComment(checker).length === 0 && symbol.getJsDocTags(checker).length === 0;
}

/** Functions that a library exports without saying what they do, as `file: name`. */
function undocumented(program: ts.Program, face: string): { readonly silent: string[]; readonly functions: number } {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(face);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) return { silent: [], functions: 0 };
  const functions = checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .filter((symbol) => symbol.declarations?.some(isFunction));
  const silent = functions
    .filter((symbol) => isSilent(symbol, checker))
    .map((symbol) => `${relative(HERE, symbol.declarations?.[0]?.getSourceFile().fileName ?? '')}: ${symbol.name}`);
  return { silent, functions: functions.length };
}

describe('docstrings', () => {
  it('notices an exported function that says nothing', () => {
    const face = join(HERE, 'libs/planted.ts');
    const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2023, noLib: true };
    const host = ts.createCompilerHost(options);
    const text =
      'export function silent() {}\n/** Says it. */\nexport const spoken = () => 1;\nexport const mute = () => 1;';
    const real = host.getSourceFile.bind(host);
    host.getSourceFile = (name, target) =>
      name === face ? ts.createSourceFile(name, text, target) : real(name, target);
    const program = ts.createProgram([face], options, host);
    expect(undocumented(program, face)).toEqual({
      silent: ['libs/planted.ts: silent', 'libs/planted.ts: mute'],
      functions: 3,
    });
  });

  it('finds one on every function that a library exports', () => {
    const program = compile(faces);
    const found = faces.map((face) => undocumented(program, face));
    expect(found.flatMap(({ silent }) => silent)).toEqual([]);
    expect(found.reduce((sum, { functions }) => sum + functions, 0)).toBeGreaterThan(10);
  });
});
