import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { LIMITS } from './limits.ts';
import { sizeRule } from './size.rule.ts';

const schema = buildSchema('type Query { node: Node } type Node { id: ID, child: Node }');

function codesOf(query: string): unknown[] {
  return validate(schema, parse(query), [...specifiedRules, sizeRule], { maxErrors: 1_000 }).map(
    ({ extensions, message }) => extensions['code'] ?? message,
  );
}

const nested = (levels: number): string => (levels === 0 ? 'id' : `child { ${nested(levels - 1)} }`);

describe('the size of a document', () => {
  it('lets the deepest allowed query pass and not one level more', () => {
    expect(codesOf(`{ node { ${nested(LIMITS.depth - 2)} } }`)).toEqual([]);
    expect(codesOf(`{ node { ${nested(LIMITS.depth - 1)} } }`)).toEqual(['DEPTH_LIMIT']);
  });

  it('counts depth through fragments', () => {
    const query = `{ node { ...A } } fragment A on Node { ${nested(LIMITS.depth - 2)} ...B } fragment B on Node { child { ${nested(LIMITS.depth - 2)} } }`;
    expect(codesOf(query)).toEqual(['DEPTH_LIMIT']);
  });

  it('counts what doubling fragments would become, quickly', () => {
    const fragments = Array.from(
      { length: 30 },
      (_, n) => `fragment F${n} on Node { a: child { ...F${n + 1} } b: child { ...F${n + 1} } }`,
    );
    const codes = codesOf(`{ node { ...F0 } } ${fragments.join(' ')} fragment F30 on Node { id }`);
    expect(codes).toEqual(expect.arrayContaining(['FIELD_LIMIT', 'DEPTH_LIMIT', 'ALIAS_LIMIT']));
  });

  it('survives a fragment that contains itself', () => {
    const codes = codesOf('{ node { ...A } } fragment A on Node { child { ...A } }');
    expect(codes).toContain('DEPTH_LIMIT');
    expect(codes).toContainEqual(expect.stringContaining('Cannot spread fragment'));
  });

  it('refuses many fields at the first level and many aliases', () => {
    const aliases = Array.from({ length: LIMITS.aliases + 1 }, (_, n) => `a${n}: id`).join(' ');
    expect(codesOf(`{ node { ${aliases} } }`)).toEqual(['ALIAS_LIMIT']);
    const roots = Array.from({ length: LIMITS.rootFields + 1 }, (_, n) => `r${n}: node { id }`).join(' ');
    expect(codesOf(`{ ...R } fragment R on Query { ${roots} }`)).toEqual(['ROOT_FIELD_LIMIT']);
  });
});
