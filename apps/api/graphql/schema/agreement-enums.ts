import { registerEnumType } from '@nestjs/graphql';
import type { NoAgreement as NoAgreementValue } from '#read-models';
import { ICC_FORMS, type KappaWeights as KappaWeightsValue } from '#statistics';
import { enumOfUnion } from './enum.factory.ts';

/** `ICC(2,1)` → `ICC_2_1`. */
export const IccForm = Object.fromEntries(
  ICC_FORMS.map((form) => [form.replace(/\W+/g, '_').slice(0, -1).toUpperCase(), form]),
);
registerEnumType(IccForm, {
  name: 'IccForm',
  description:
    'Model, then ratings a score rests on: 1 raters of its own for each target, 2 raters a sample (absolute agreement), 3 these raters (consistency).',
});
export const KappaWeights = enumOfUnion<KappaWeightsValue>(
  'KappaWeights',
  { unweighted: true, linear: true, quadratic: true },
  'How much a disagreement weighs by its distance.',
);
export const NoAgreement = enumOfUnion<NoAgreementValue>(
  'NoAgreement',
  {
    ...{ 'too-few-targets': true, 'too-few-raters': true, 'no-variation': true },
    ...{ 'not-two-raters': true, 'no-categories': true },
  },
  'Why there is no figure of agreement.',
);
