import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How much an operation asks for, with every fragment written out. */
export interface DocumentSize {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
}

const NOTHING: DocumentSize = { depth: 0, fields: 0, aliases: 0 };

/**
 * Measures one operation. Each fragment is measured once, so a document whose fragments double at every level is as quick
 * to measure as any other; numbers beyond 2⁵³ become Infinity, which is over every limit. A fragment that contains itself
 * counts as infinitely deep.
 */
export function sizeOf(document: DocumentNode, operation: OperationDefinitionNode): DocumentSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, DocumentSize | 'under way'>();

  function ofFragment(name: string): DocumentSize {
    const known = measured.get(name);
    if (known === 'under way') return { depth: Infinity, fields: Infinity, aliases: Infinity };
    if (known !== undefined) return known;
    measured.set(name, 'under way');
    const size = ofSelection(fragments.get(name)?.selectionSet);
    measured.set(name, size);
    return size;
  }

  function ofSelection(set: SelectionSetNode | undefined): DocumentSize {
    let total = NOTHING;
    for (const selection of set?.selections ?? []) {
      switch (selection.kind) {
        case Kind.FIELD: {
          const inner = ofSelection(selection.selectionSet);
          const renamed = selection.alias !== undefined && selection.alias.value !== selection.name.value ? 1 : 0;
          total = sum(total, {
            depth: inner.depth + 1,
            fields: inner.fields + 1,
            aliases: inner.aliases + renamed,
          });
          break;
        }
        case Kind.INLINE_FRAGMENT:
          total = sum(total, ofSelection(selection.selectionSet));
          break;
        case Kind.FRAGMENT_SPREAD:
          total = sum(total, ofFragment(selection.name.value));
      }
    }
    return total;
  }

  return ofSelection(operation.selectionSet);
}

function sum(one: DocumentSize, other: DocumentSize): DocumentSize {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
  };
}
