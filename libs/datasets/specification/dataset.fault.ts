/** What is wrong with a specification, and where: `tables.sessions.columns.day`. */
export interface DatasetFault {
  readonly path: string;
  readonly message: string;
}
