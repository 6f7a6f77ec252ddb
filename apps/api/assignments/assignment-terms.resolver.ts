import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AssignmentTermsColumns } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { AssignmentTermsModel } from './assignment-terms.model.ts';
import { DueModel } from './due.model.ts';
import { QuantityModel } from './quantity.model.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { TemplateVersionModel } from './template-version.model.ts';
import { quantityOf } from './quantity.ts';
import { requiredContent, sealedContent, type SealedContent } from '../content/sealed-content.ts';

/** What one version of an assignment asks for. */
@Resolver(() => AssignmentTermsModel)
export class AssignmentTermsResolver {
  @ResolveField(() => SealedTextModel)
  @Allow('assignment:read')
  title(@Parent() { title, visibility }: AssignmentTermsColumns): SealedContent {
    return requiredContent(title, { visibility });
  }

  @ResolveField(() => SealedTextModel, { nullable: true })
  @Allow('assignment:read')
  goal(@Parent() { goal, visibility }: AssignmentTermsColumns): SealedContent | null {
    return sealedContent(goal, { visibility });
  }

  @ResolveField(() => SealedTextModel, { nullable: true })
  @Allow('assignment:read')
  rationale(@Parent() { rationale, visibility }: AssignmentTermsColumns): SealedContent | null {
    return sealedContent(rationale, { visibility });
  }

  @ResolveField(() => SealedTextModel, { nullable: true })
  @Allow('assignment:read')
  instructions(@Parent() { instructions, visibility }: AssignmentTermsColumns): SealedContent | null {
    return sealedContent(instructions, { visibility });
  }

  @ResolveField(() => SealedTextModel, { nullable: true })
  @Allow('assignment:read')
  example(@Parent() { example, visibility }: AssignmentTermsColumns): SealedContent | null {
    return sealedContent(example, { visibility });
  }

  @ResolveField(() => QuantityModel, { nullable: true, description: 'The dose asked for; none for open-ended work.' })
  @Allow('assignment:read')
  dose(@Parent() { doseAmount, doseUnit }: AssignmentTermsColumns): QuantityModel | null {
    return quantityOf(doseAmount, doseUnit);
  }

  @ResolveField(() => DueModel)
  @Allow('assignment:read')
  due(@Parent() terms: AssignmentTermsColumns): DueModel {
    const { dueKind: kind, dueAt: at, dueDate: date, dueWeekdays: weekdays } = terms;
    return { kind, at, date, weekdays, from: terms.dueFrom, to: terms.dueTo, by: terms.dueBy };
  }

  @ResolveField(() => TemplateVersionModel, { nullable: true })
  @Allow('assignment:read')
  template(@Parent() { templateId, templateVersion }: AssignmentTermsColumns): TemplateVersionModel | null {
    return templateId === null || templateVersion === null ? null : { templateId, version: templateVersion };
  }
}
