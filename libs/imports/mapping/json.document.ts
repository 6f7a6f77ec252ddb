import {
  type Node,
  type ParseError,
  createScanner,
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  visit,
} from 'jsonc-parser';

/** A JSON text whose places are known, so that a problem can be named by its line. */
export interface JsonDocument {
  readonly value: unknown;
  /** The line, from 1, of the value at this path, or of the nearest one around it. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Keys that would reach into the objects of this program rather than name a field. */
const HOSTILE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const DEPTH_LIMIT = 40;

/** Reads strict JSON; keys that are there twice or that no file of ours has are problems too. */
export function readJson(text: string): JsonDocument | { readonly problem: string } {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const hostile = hostilePlace(text);
  if (hostile !== undefined) return { problem: hostile };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [error] = errors;
  if (error !== undefined || tree === undefined) {
    const reason = error === undefined ? 'there is nothing in it' : spaced(printParseErrorCode(error.error));
    return { problem: `line ${lineAt(error?.offset ?? 0)}: is not JSON (${reason})` };
  }
  return {
    value: JSON.parse(text) as unknown,
    lineOf: (path) => lineAt(nearest(tree, path).offset),
  };
}

function nearest(tree: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return tree;
}

/** Looks at keys before anything is built of them, and at depth before anything recurses into it. */
function hostilePlace(text: string): string | undefined {
  const deep = lineOfTooDeep(text);
  if (deep !== undefined) return `line ${deep}: is nested deeper than ${DEPTH_LIMIT} levels`;
  const scopes: Set<string>[] = [];
  let found: string | undefined;
  visit(
    text,
    {
      onObjectBegin: () => void scopes.push(new Set()),
      onObjectEnd: () => void scopes.pop(),
      onObjectProperty: (key, _offset, _length, line) => {
        if (HOSTILE_KEYS.has(key)) found ??= `line ${line + 1}, ${key}: is not a key that a mapping may have`;
        if (scopes.at(-1)?.has(key)) found ??= `line ${line + 1}, ${key.slice(0, 60)}: is there twice`;
        scopes.at(-1)?.add(key);
      },
    },
    { disallowComments: true },
  );
  return found;
}

function lineOfTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const mark = text[scanner.getTokenOffset()] ?? '';
    if (mark === '{' || mark === '[') depth += 1;
    if (mark === '}' || mark === ']') depth -= 1;
    if (depth > DEPTH_LIMIT) return scanner.getTokenStartLine() + 1;
  }
  return undefined;
}

function spaced(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
