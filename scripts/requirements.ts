/** A rule that this software helps to keep, and that specs execute. */
export interface Requirement {
  /** What a spec's tag names. */
  readonly id: string;
  readonly source: 'ICH E6(R3)' | '21 CFR Part 11';
  readonly place: string;
  readonly asks: string;
}

const ich = (place: string, asks: string): Requirement => ({
  ...{ id: `E6-${place}`, source: 'ICH E6(R3)', place, asks },
});
const part11 = (place: string, asks: string): Requirement => ({
  ...{ id: `P11-${place}`, source: '21 CFR Part 11', place: `11.${place}`, asks },
});

/** ICH E6(R3), section 4 (data governance), and 21 CFR Part 11, as far as software can keep them. In their words, shortened. */
export const REQUIREMENTS: readonly Requirement[] = [
  ich('4.1', 'Safeguard the blinding in systems, data and metadata; control and document unblinding.'),
  ich('4.2.1', 'Capture data as the protocol says, with who, when and from which source.'),
  ich('4.2.2', 'Keep metadata and audit trails that cannot be switched off: what changed, by whom, when and why.'),
  ich('4.2.3', 'Make data and audit trails reviewable, and review them.'),
  ich('4.2.4', 'Correct data so that the original stays, with a reason, and query discrepancies.'),
  ich('4.2.5', 'Transfer and migrate data so that nothing is lost or changed.'),
  ich('4.2.6', 'Finalise data sets: lock them before the analysis.'),
  ich('4.2.7', 'Retain records and keep them accessible to those who answer for them.'),
  ich('4.2.8', 'Destroy data for good when they have to be, and document it.'),
  ich('4.3.3', 'Keep systems secure: authentication, session time-outs, protection of data.'),
  ich('4.3.4', 'Validate systems for their purpose, with documented tests.'),
  ich('4.3.6', 'Have measures against the loss of data when systems fail.'),
  ich('4.3.8', 'Grant, review and take away access by role and duty.'),
  part11('10(a)', 'Discern invalid or altered records.'),
  part11('10(b)', 'Generate accurate and complete copies of records.'),
  part11('10(c)', 'Protect records so that they can be retrieved throughout their retention.'),
  part11('10(d)', 'Limit access to authorised individuals.'),
  part11('10(e)', 'Keep secure, time-stamped audit trails that obscure nothing recorded before.'),
  part11('10(f)', 'Enforce the permitted sequence of steps.'),
  part11('10(g)', 'Check authority before somebody uses the system, signs or alters a record.'),
  part11('50', 'Signed records say who signed, when, and what the signature means.'),
  part11('70', 'Signatures are linked to their records so that they cannot be moved.'),
  part11('200', 'Signing asks for components that only the signer has.'),
  part11('300', 'Identification codes and passwords are unique, aged, and protected against attempts.'),
];
