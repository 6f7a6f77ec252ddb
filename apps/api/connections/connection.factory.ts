import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PageInfoModel } from './page-info.model.ts';

interface EdgeShape {
  readonly node: object;
  readonly cursor: string;
}

/** A page as GraphQL is handed it. */
export interface ConnectionShape {
  readonly edges: readonly EdgeShape[];
  readonly nodes: readonly object[];
  readonly pageInfo: PageInfoModel;
  /** A getter: counted only where it is asked for. */
  readonly totalCount: Promise<number>;
  readonly logIndex: number;
}

export type ConnectionClass = abstract new () => ConnectionShape;

/** Makes the Relay connection type of a kind of rows: `edges`, `nodes`, `pageInfo`, `totalCount` and the log index. */
export function connectionOf(name: string, node: () => abstract new () => object): ConnectionClass {
  @ObjectType(`${name}Edge`, { description: 'A row and where it is in its list.' })
  abstract class Edge {
    @Field(node)
    readonly node!: object;

    @Field(() => String, { description: 'Opaque; for `after` and `before`.' })
    readonly cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  abstract class Connection {
    @Field(() => [Edge])
    readonly edges!: readonly Edge[];

    @Field(() => [node()], { description: 'The rows without their cursors.' })
    readonly nodes!: readonly object[];

    @Field(() => PageInfoModel)
    readonly pageInfo!: PageInfoModel;

    @Field(() => Int, { description: 'How many rows the filter finds in all.', complexity: 10 })
    readonly totalCount!: Promise<number>;

    @Field(() => Int, {
      description: 'Index of the last event of the log that this answer knows of; 0 before the first.',
    })
    readonly logIndex!: number;
  }
  return Connection;
}
