/** Questions to begin with. */
export const EXAMPLES = ['people', 'homework', 'outcomes', 'asOf', 'script'] as const;

/** What to ask: GraphQL, or for `script` a line for a shell. */
export function exampleText(example: (typeof EXAMPLES)[number], studyId: string, origin: string): string {
  const study = JSON.stringify(studyId);
  const people = `participants(studyId: ${study}, first: 100) {\n    totalCount\n    nodes { participantId siteId status enrolledAt }\n  }`;
  switch (example) {
    case 'people':
      return `{\n  ${people}\n}`;
    case 'homework':
      return `{\n  assignments(studyId: ${study}, first: 100) {\n    nodes { assignmentId participantId status terms { focus medium } attempts(first: 5) { nodes { outcome done { amount unit } } } }\n  }\n}`;
    case 'outcomes':
      return `{\n  outcomes(studyId: ${study}, first: 100) {\n    nodes { participantId instrumentId occasion total }\n  }\n}`;
    case 'asOf':
      return `{\n  ${people.replace('first: 100', 'first: 100, asOf: { index: 100 }')}\n}`;
    case 'script':
      return `curl ${origin}/graphql \\\n  -H 'authorization: Bearer <your key>' \\\n  -H 'content-type: application/json' \\\n  -d '{"query":"{ log { index } }"}'`;
  }
}
