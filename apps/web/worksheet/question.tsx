import { lazy, type ReactNode, Suspense } from 'react';
import type {
  AnswerValue,
  AttachedFile,
  CellValue,
  ComputedValue,
  Drawing,
  Field,
  TableField,
} from '#worksheets/filling';
import { AttachmentControl } from './attachment.control.tsx';
import { ChoiceControl } from './choice.control.tsx';
import { useFilling } from './fill.context.ts';
import { BreathingControl, PracticeControl } from './practice.control.tsx';
import { Computed, Demonstration, Information, Resource } from './shown.field.tsx';
import type { ControlProps } from './control.props.ts';
import { SimpleControl } from './simple.control.tsx';
import { TextControl } from './text.control.tsx';

const DrawingControl = lazy(async () => import('./drawing.control.tsx'));

/** Any field but a table, whose rows have screens of their own. */
export type SingleField = Exclude<Field, TableField>;

export interface QuestionProps {
  readonly field: SingleField;
  readonly value: AnswerValue | undefined;
  readonly onChange: (value: AnswerValue | undefined) => void;
  readonly computed?: ComputedValue | undefined;
  readonly onSettled?: (() => void) | undefined;
  /** Set before ids, where a page holds the same field twice. */
  readonly prefix?: string;
  /** Heading level of the question. */
  readonly level?: 1 | 2 | 3;
}

/** One question: its words, its help, and the control to answer it with. */
export function Question(props: QuestionProps): ReactNode {
  const { field, prefix = 'q', level = 2 } = props;
  const { say, language } = useFilling();
  const id = `${prefix}-${field.id}`;
  const described = field.hint === undefined ? undefined : `${id}-hint`;
  const Heading = `h${level}` as const;
  return (
    <section className="ws-question" data-kind={field.kind} data-field={field.id} lang={language}>
      <Heading id={`${id}-label`} className="ws-q">
        {say(field.label)}
      </Heading>
      {field.hint === undefined ? null : (
        <p id={described} className="ws-hint">
          {say(field.hint)}
        </p>
      )}
      <Control {...props} {...{ id, describedBy: described, labelledBy: `${id}-label` }} />
    </section>
  );
}

type FieldControl = QuestionProps & Pick<ControlProps, 'id' | 'describedBy' | 'labelledBy'>;

function Control({ field, value, computed, ...props }: FieldControl): ReactNode {
  switch (field.kind) {
    case 'text':
    case 'choice':
    case 'scale':
    case 'number':
    case 'date':
    case 'time':
    case 'duration':
      return <SimpleControl {...props} column={field} value={cellOf(value)} />;
    case 'note':
      return <TextControl {...props} value={cellOf(value)} lines={field.lines} maxLength={20_000} />;
    case 'checklist':
      return <ChoiceControl {...props} value={cellOf(value)} options={field.items} many />;
    case 'breathing':
      return <BreathingControl {...props} field={field} value={numberOf(value)} />;
    case 'practice':
      return <PracticeControl {...props} field={field} value={numberOf(value)} />;
    case 'drawing':
      return (
        <Suspense fallback={<div className="ws-sheet" aria-busy="true" />}>
          <DrawingControl {...props} field={field} value={drawingOf(value)} />
        </Suspense>
      );
    case 'attachment':
      return <AttachmentControl {...props} field={field} value={filesOf(value)} />;
    case 'resource':
      return <ResourceControl {...props} field={field} value={value} />;
    case 'information':
      return <Information field={field} />;
    case 'demonstration':
      return <Demonstration field={field} />;
    case 'computed':
      return <Computed field={field} computed={computed} />;
  }
}

function ResourceControl({
  field,
  value,
  ...props
}: FieldControl & { readonly field: Extract<Field, { kind: 'resource' }> }): ReactNode {
  const { words, language } = useFilling();
  const options = (['all', 'part', 'none'] as const).map((amount) => ({
    value: amount,
    label: { [language]: words.amounts[amount] },
  }));
  return (
    <>
      <Resource field={field} />
      <ChoiceControl {...props} value={cellOf(value)} options={options} many={false} />
    </>
  );
}

/** Answers come from a store: what does not fit the field counts as none. */
function cellOf(value: AnswerValue | undefined): CellValue | undefined {
  if (typeof value === 'string' || typeof value === 'number' || value === undefined) return value;
  if (!Array.isArray(value)) return undefined;
  const entries: readonly unknown[] = value;
  return entries.filter((entry): entry is string => typeof entry === 'string');
}

const numberOf = (value: AnswerValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

const drawingOf = (value: AnswerValue | undefined): Drawing | undefined =>
  typeof value === 'object' && 'strokes' in value ? value : undefined;

function filesOf(value: AnswerValue | undefined): readonly AttachedFile[] {
  if (!Array.isArray(value)) return [];
  const entries: readonly unknown[] = value;
  return entries.filter(
    (entry): entry is AttachedFile => typeof entry === 'object' && entry !== null && 'attachmentId' in entry,
  );
}
