import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { SafetyRuleRow } from './safety-rule.row.ts';

export const safetyRules = foldInto(SafetyRuleRow)({
  name: 'safety_rules',
  version: 1,
  key: ({ stream, data }) => ({ studyId: recordIdOf(stream), ruleId: data.ruleId, version: data.version }),
  on: {
    SafetyRulePublished: (_row, { stream, data, metadata }) => ({
      studyId: recordIdOf(stream),
      ruleId: data.ruleId,
      version: data.version,
      stream,
      rule: data.rule,
      publishedAt: metadata.occurredAt,
    }),
  },
});
