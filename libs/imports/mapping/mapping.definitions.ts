import { builtInDefinitions, parseDefinition } from '#adherence';
import type { DefinitionToPublish } from '../run/study.preparation.ts';
import { InvalidMapping } from './mapping.reader.ts';
import type { DefinitionReference, ImportMapping } from './mapping.schema.ts';

/**
 * The adherence definitions that a mapping names or holds, checked.
 * @param file the mapping's name, for messages only
 * @throws InvalidMapping naming the fields of those that are unknown, malformed or there twice
 */
export function definitionsOf(mapping: ImportMapping, file: string): readonly DefinitionToPublish[] {
  const problems: string[] = [];
  const known = new Set<string>();
  const definitions = mapping.definitions.flatMap((reference, index) => {
    const at = `definitions.${index}`;
    const found = resolve(reference, at);
    if ('problems' in found) {
      problems.push(...found.problems);
      return [];
    }
    const name = `${found.definition.id} version ${found.definition.version}`;
    if (known.has(name)) problems.push(`${at}: ${name} is there twice`);
    known.add(name);
    return [found.definition];
  });
  if (problems.length > 0) throw new InvalidMapping(file, problems);
  return definitions;
}

type Resolved = { readonly definition: DefinitionToPublish } | { readonly problems: readonly string[] };

function resolve(reference: DefinitionReference, at: string): Resolved {
  switch (reference.kind) {
    case 'built-in': {
      const content = builtInDefinitions.get(reference.id);
      if (content !== undefined) return { definition: { id: content.id, version: content.version, content } };
      return {
        problems: [
          `${at}.id: there is no built-in definition of this id; there are ${[...builtInDefinitions.keys()].join(', ')}`,
        ],
      };
    }
    case 'inline': {
      const parsed = parseDefinition(reference.definition);
      if (!parsed.ok)
        return { problems: parsed.errors.map(({ path, message }) => `${at}.definition, ${path}: ${message}`) };
      const { definition } = parsed;
      return { definition: { id: definition.id, version: definition.version, content: definition } };
    }
  }
}
