import type { Condition } from '../format/expression.schema.ts';
import type { Rendering } from './rendering.context.ts';

/** A show-if rule in words, for paper, where nothing can be hidden: `“Did you sleep?” – Yes`. */
export function conditionWords(condition: Condition, rendering: Rendering): string {
  const { words } = rendering;
  switch (condition.kind) {
    case 'all':
      return condition.of.map((part) => conditionWords(part, rendering)).join(` ${words.and} `);
    case 'any':
      return condition.of.map((part) => conditionWords(part, rendering)).join(` ${words.or} `);
    case 'not':
      return `${words.not}: ${conditionWords(condition.of, rendering)}`;
    case 'answered':
      return `${labelOf(condition.field, rendering)} ${words.answered}`;
    case 'equals':
    case 'includes':
      return `${labelOf(condition.field, rendering)} – ${valueWords(condition, rendering)}`;
    case 'at-least':
      return `${labelOf(condition.field, rendering)} – ${words.atLeast} ${condition.value}`;
    case 'at-most':
      return `${labelOf(condition.field, rendering)} – ${words.atMost} ${condition.value}`;
  }
}

function labelOf(id: string, { worksheet, say }: Rendering): string {
  const field = worksheet.fields.find((each) => each.id === id);
  return field === undefined ? id : `“${say(field.label)}”`;
}

function valueWords({ field: id, value }: { field: string; value: unknown }, { worksheet, say }: Rendering): string {
  const field = worksheet.fields.find((each) => each.id === id);
  const options = field?.kind === 'choice' ? field.options : field?.kind === 'checklist' ? field.items : [];
  const option = options.find((each) => each.value === value);
  return option === undefined ? String(value) : say(option.label);
}
