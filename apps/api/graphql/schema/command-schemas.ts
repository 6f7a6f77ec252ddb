import {
  alertCommands,
  type AlertCommand,
  allocationCommands,
  type AllocationCommand,
  assignmentCommands,
  type AssignmentCommand,
  type Category,
  contactCommands,
  datasetCommands,
  type DatasetCommand,
  type ContactCommand,
  deciders,
  entryCommands,
  goalCommands,
  type GoalCommand,
  type EntryCommand,
  isEntryCommand,
  measureCommands,
  type MeasureCommand,
  monitoringCommands,
  type MonitoringCommand,
  participantCommands,
  type ParticipantCommand,
  ratingCommands,
  type RatingCommand,
  sessionCommands,
  type SessionCommand,
  studyCommands,
  type StudyCommand,
  queryCommands,
  type QueryCommand,
  templateCommands,
  type TemplateCommand,
  therapistCommands,
  type TherapistCommand,
} from '#domain';
import { z } from 'zod';
import { BadInput } from '../errors/bad-input.error.ts';

/** Every command that the API takes. */
export type ApiCommand =
  | StudyCommand
  | AllocationCommand
  | TherapistCommand
  | ParticipantCommand
  | AssignmentCommand
  | GoalCommand
  | SessionCommand
  | RatingCommand
  | MeasureCommand
  | TemplateCommand
  | QueryCommand
  | AlertCommand
  | ContactCommand
  | MonitoringCommand
  | DatasetCommand
  | EntryCommand;
export type CommandType = ApiCommand['type'];

const objects: readonly z.ZodObject[] = [
  ...studyCommands.options,
  ...allocationCommands.options,
  ...therapistCommands.options,
  ...participantCommands.options,
  ...assignmentCommands.options,
  ...goalCommands.options,
  ...sessionCommands.options,
  ratingCommands,
  ...measureCommands.options,
  ...templateCommands.options,
  ...queryCommands.options,
  ...alertCommands.options,
  ...contactCommands.options,
  ...monitoringCommands.options,
  ...datasetCommands.options,
  ...entryCommands.options,
];

const byType: ReadonlyMap<string, z.ZodObject> = new Map(
  objects.map((object) => [String((object.shape['type'] as z.ZodLiteral).value), object]),
);

/** Names of all commands, in the order of the domain. */
export const commandTypes: readonly string[] = [...byType.keys()];

/** The domain’s schema of one command. */
export function commandSchema(type: CommandType): z.ZodObject {
  const schema = byType.get(type);
  if (schema === undefined) throw new Error(`no command is called ${type}`);
  return schema;
}

/**
 * A field of a command without its `optional`, as the domain declares it: for what is declared in place and has no name.
 * @throws when there is no such field, which is a mistake in the code that asks.
 */
export function commandField(type: CommandType, ...path: readonly string[]): z.ZodType {
  return path.reduce<z.ZodType>((schema, name) => {
    const field = schema instanceof z.ZodObject ? (schema.shape[name] as z.ZodType | undefined) : undefined;
    if (field === undefined) throw new Error(`${type} has no field ${path.join('.')}`);
    return unwrapped(field);
  }, commandSchema(type));
}

/** An enum declared in place. */
export function commandEnum(type: CommandType, ...path: readonly string[]): z.ZodEnum {
  const field = commandField(type, ...path);
  if (!(field instanceof z.ZodEnum)) throw new Error(`${type}.${path.join('.')} is no enum`);
  return field;
}

/** An enum of which a field holds a list. */
export function listedEnum(type: CommandType, ...path: readonly string[]): z.ZodEnum {
  const field = commandField(type, ...path);
  if (!(field instanceof z.ZodArray && field.element instanceof z.ZodEnum))
    throw new Error(`${type}.${path.join('.')} is no list of an enum`);
  return field.element;
}

/** Without `optional`, `nullable` and `default`. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return unwrapped(schema.unwrap() as z.ZodType);
  return schema;
}

const categoryByType: ReadonlyMap<string, Category> = new Map(
  (
    [
      ['study', studyCommands.options],
      ['allocation', allocationCommands.options],
      ['therapist', therapistCommands.options],
      ['participant', participantCommands.options],
      ['assignment', assignmentCommands.options],
      ['goal', goalCommands.options],
      ['session', sessionCommands.options],
      ['rating', [ratingCommands]],
      ['measure', measureCommands.options],
      ['template', templateCommands.options],
      ['query', queryCommands.options],
      ['alert', alertCommands.options],
      ['contact', contactCommands.options],
      ['monitoring', monitoringCommands.options],
      ['dataset', datasetCommands.options],
    ] as const
  ).flatMap(([category, options]) => options.map((option) => [option.shape.type.value, category] as const)),
);

/**
 * The kind of record a command writes to: a command on entries names it.
 * @throws for a kind that does not exist.
 */
export function categoryOf(command: ApiCommand): Category {
  if (isEntryCommand(command)) {
    const named = Object.keys(deciders).find((category) => category === command.category);
    if (named === undefined)
      throw new BadInput([{ field: 'input.category', problem: 'there is no such kind of record' }]);
    return named as Category;
  }
  const category = categoryByType.get(command.type);
  if (category === undefined) throw new Error(`no stream takes ${command.type}`);
  return category;
}
