import {
  type ASTVisitor,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  Kind,
} from 'graphql';
import { sizeOf } from './document-size.ts';
import { limitError } from './limit.error.ts';
import { LIMITS } from './limits.ts';

/** A validation rule: depth, fields, aliases and first-level fields of every operation of a document. */
export function sizeRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation: OperationDefinitionNode) {
      const { depth, fields, aliases } = sizeOf(context.getDocument(), operation);
      const roots = rootFields(context, operation.selectionSet);
      if (roots > LIMITS.rootFields) {
        context.reportError(limitError('ROOT_FIELD_LIMIT', 'fields at its first level', roots, LIMITS.rootFields));
      }
      if (depth > LIMITS.depth) context.reportError(limitError('DEPTH_LIMIT', 'levels', depth, LIMITS.depth));
      if (fields > LIMITS.fields) context.reportError(limitError('FIELD_LIMIT', 'fields', fields, LIMITS.fields));
      if (aliases > LIMITS.aliases) context.reportError(limitError('ALIAS_LIMIT', 'aliases', aliases, LIMITS.aliases));
    },
  };
}

/** First-level fields; a fragment counts once, as it is executed once. */
function rootFields(context: ValidationContext, set: SelectionSetNode, seen = new Set<string>()): number {
  return set.selections.reduce((count, selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return count + 1;
      case Kind.INLINE_FRAGMENT:
        return count + rootFields(context, selection.selectionSet, seen);
      case Kind.FRAGMENT_SPREAD: {
        const name = selection.name.value;
        const fragment = seen.has(name) ? undefined : context.getFragment(name);
        seen.add(name);
        return fragment ? count + rootFields(context, fragment.selectionSet, seen) : count;
      }
    }
  }, 0);
}
