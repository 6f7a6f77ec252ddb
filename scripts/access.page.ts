import { type Extent, EXTENTS, type Role, ROLES } from '../apps/api/access/roles.ts';

const WHERE: Readonly<Record<Extent, string>> = {
  server: 'Everywhere',
  place: 'Where the role is held: a site, or the whole study',
  study: 'Where the role is held in the whole study',
  caseload: 'Participants they treat, or look after during leave',
  supervised: 'Participants of the clinicians they supervise',
  sample: 'Sessions and homework they are to rate',
  own: 'Their own record',
  shared: 'What a participant shares with them',
};

const HEAD = `# Who may do what

Generated from \`apps/api/access/roles.ts\` by \`npm run generate\`; do not edit.

Everything is refused that no role below allows. A right is granted by an event and holds as long as the events say: appointments
(\`StaffAppointed\`, \`StaffRemoved\`), caseloads (\`TherapistAssigned\`) and their cover during leave (\`CaseloadCovered\`), supervision
(\`SupervisorNamed\`, \`SupervisorReleased\`), samples (\`RatingSampleAssigned\`), links (\`PersonLinked\`) and what participants share
(\`SharingChanged\`). Days are those of the study's calendar. Rights are found out anew for every request, so that one that was
taken away is gone from the next request on, also within an open session.

- **Rows.** Every statement that answers a caller sees only the rows and columns that the caller has a right to
  (\`libs/read-models/scope\`): lists, counts, filters, orders, single records, histories and past moments alike. What is out of reach
  answers as if it did not exist, and so do commands about it.
- **Arms** are told to roles with \`arm:read\` only, wherever they stand: in their own table, among baseline characteristics, in
  histories. Where the protocol in force blinds therapists (\`design.blinded\`), clinicians and supervisors of that study hold no
  \`arm:read\`. A feature of the platform in which arms differ is \`WITHHELD\` from everybody who may not know the arm.
- **Words.** \`content:length\` tells how long a text is. \`content:open\` reads homework, unless its writer keeps it private;
  \`content:consented\` reads what its writer meant for research, where the participant consents to that (\`homework-content\`) and
  has not taken it back, nor owes it anew (\`PlanReconsent\`); \`conduct:open\` reads what the trial has to know, such as adverse events.
- **Ids.** A participant's id is made of the study's and the code they take part under: a pseudonym, not an anonymous number.
  \`identity:read\` covers the code as a field, time zones, linked people, and when consent has to be given anew.
- **Keys** for scripts leave of these rights what was said when the key was made, and never add to them.
- **Purpose.** Why somebody reads goes into the header \`x-purpose\`. It is optional, and kept with every line of the access log that it
  came with; only a site's own copy of its record (\`GET /site-copies/{study}/{site}\`, with \`vault:read\`) is not handed out
  without one.
- **Files of data sets** (\`GET /releases/{study}/{release}\`, with \`dataset:read\`) leave as one ZIP file and are on the access log.
  One that was recalled or has expired stays here, and one that holds arms is for who also holds \`arm:read\`.

\`test/access/access.table.ts\` lists every type, field and command with the roles that it is for; \`npm test\` walks the whole schema
by it, as every role, about people of one's own and of another caseload, site and study, and prints the number of cells walked.
`;

function section(role: Role): string {
  const { about, may } = ROLES[role];
  const rows = EXTENTS.flatMap((extent) => {
    const permissions = may[extent];
    if (permissions === undefined) return [];
    return [
      `| ${WHERE[extent]} | ${[...permissions]
        .sort()
        .map((one) => `\`${one}\``)
        .join(', ')} |`,
    ];
  });
  const name = `${role.charAt(0).toUpperCase()}${role.slice(1).replaceAll('-', ' ')}`;
  return [`## ${name}`, '', about, '', '| How far | May |', '| --- | --- |', ...rows, ''].join('\n');
}

/** The committed docs/access.md. */
export function accessPage(): string {
  return [HEAD, ...(Object.keys(ROLES) as Role[]).map(section)].join('\n');
}
