import type { EventType, Fact } from '#domain';
import type { FoldRow } from './row.columns.ts';

/** The entity class of a read model. Rows are plain objects of its shape; the class itself is never instantiated here. */
export type EntityClass<Row> = abstract new () => Row;

/** Values of a row's primary key, by property name. */
export type RowKey = Readonly<Record<string, string | number>>;

/** Raise it whenever `on`, `key` or `derive` would give other rows for the same events: that is what rebuilds them. */
interface Versioned {
  readonly name: string;
  readonly version: number;
  readonly entity: EntityClass<object>;
  /** The events that can change its rows, by today's names. Corrections and voids of them are included by themselves. */
  readonly types: readonly EventType[];
}

/** Folds events into single rows. An event may touch several rows of its own stream. */
export interface RowFold extends Versioned {
  readonly kind: 'fold';
  readonly per: 'row';
  keys(fact: Fact): readonly RowKey[];
  apply(row: FoldRow | undefined, fact: Fact, key: RowKey): FoldRow | undefined;
}

/** Folds events into all rows of their stream together, where one row depends on another. */
export interface StreamFold extends Versioned {
  readonly kind: 'fold';
  readonly per: 'stream';
  apply(rows: readonly FoldRow[], fact: Fact): readonly FoldRow[];
}

/** What one participant's rows are derived from. Everything in it is a function of the log up to one index. */
export interface DerivationInput {
  readonly participantId: string;
  /** Effective facts of every stream this person is part of, in log order. */
  readonly facts: readonly Fact[];
  /** Effective facts of the person's study. */
  readonly study: readonly Fact[];
  /** Midnight (UTC) of the day on which the study's last event was recorded: the clock of a pure function. */
  readonly knownUntil: string;
}

export interface Derivation extends Versioned {
  readonly kind: 'derivation';
  /** The column that holds the participant, by property name. */
  readonly owner: string;
  /** Derive everybody again when the study's log enters a new day: for rows that depend on what is still to come. */
  readonly daily: boolean;
  derive(input: DerivationInput): readonly object[];
}

export type Fold = RowFold | StreamFold;
export type Projection = Fold | Derivation;

interface FoldDefinition {
  readonly name: string;
  readonly version: number;
}

type Definition<Row extends FoldRow, Type extends EventType> = FoldDefinition & {
  readonly key: (fact: Fact<Type>) => RowKey | readonly RowKey[];
  readonly on: { readonly [T in Type]: (row: Row | undefined, fact: Fact<T>, key: RowKey) => Row | undefined };
};

/** A fold per row. The keys of `on` are the subscription; `undefined` means there is no such row (any longer). */
export function foldInto<Row extends FoldRow>(entity: EntityClass<Row>) {
  return <Type extends EventType>({ name, version, key, on }: Definition<Row, Type>): RowFold => ({
    ...{ kind: 'fold', per: 'row', name, version, entity, types: typesOf(on) },
    keys: (fact) => {
      const keys = key(fact as Fact<Type>);
      return isList(keys) ? keys : [keys];
    },
    apply: (row, fact, rowKey) => {
      const handler = on[fact.type as Type] as
        ((row: Row | undefined, fact: Fact, key: RowKey) => Row | undefined) | undefined;
      return handler === undefined ? row : handler(row as Row | undefined, fact, rowKey);
    },
  });
}

type StreamDefinition<Row extends FoldRow, Type extends EventType> = FoldDefinition & {
  readonly on: { readonly [T in Type]: (rows: readonly Row[], fact: Fact<T>) => readonly Row[] };
};

/** A fold per stream. Rows that a handler hands back untouched, as the same objects, are not written again. */
export function foldStreamInto<Row extends FoldRow>(entity: EntityClass<Row>) {
  return <Type extends EventType>({ name, version, on }: StreamDefinition<Row, Type>): StreamFold => ({
    ...{ kind: 'fold', per: 'stream', name, version, entity, types: typesOf(on) },
    apply: (rows, fact) => {
      const handler = on[fact.type as Type] as ((rows: readonly Row[], fact: Fact) => readonly Row[]) | undefined;
      return handler === undefined ? rows : handler(rows as readonly Row[], fact);
    },
  });
}

function typesOf(on: object): readonly EventType[] {
  return Object.keys(on) as EventType[];
}

function isList(keys: RowKey | readonly RowKey[]): keys is readonly RowKey[] {
  return Array.isArray(keys);
}
