import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { resolvers } from './resolvers.ts';

/** The schema, from the resolvers alone: nothing is opened. */
export async function buildApiSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
  await app.init();
  try {
    return lexicographicSortSchema(await app.get(GraphQLSchemaFactory).create(resolvers));
  } finally {
    await app.close();
  }
}

/** The committed schema.graphql. */
export async function schemaText(): Promise<string> {
  const head = '# The GraphQL API. Generated from the resolvers by `npm run generate`; do not edit.\n\n';
  return `${head}${printSchema(await buildApiSchema())}\n`;
}
