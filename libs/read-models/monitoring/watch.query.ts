import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import type { WatchDocumentKind } from './watch-document.row.ts';

/** A published version of how a study reminds, or of who is on duty. */
export interface WatchDocument {
  readonly version: number;
  /** As it was published. */
  readonly document: unknown;
  readonly reason: string;
  readonly publishedAt: string;
}

/** The version in force of a study’s duty rota or reminder policy. */
export class WatchDocumentInForce extends Query<WatchDocument | undefined> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly kind: WatchDocumentKind,
  ) {
    super();
  }
}

interface Stored {
  readonly version: number;
  readonly document: string;
  readonly reason: string;
  readonly publishedAt: Date;
}

const NEWEST = `SELECT version, document, reason, published_at AS "publishedAt" FROM watch_documents
  WHERE study_id = $1 AND kind = $2 ORDER BY version DESC LIMIT 1`;

@QueryHandler(WatchDocumentInForce)
export class WatchDocumentInForceHandler implements IQueryHandler<WatchDocumentInForce> {
  async execute({ snapshot, studyId, kind }: WatchDocumentInForce): Promise<WatchDocument | undefined> {
    const [found] = await snapshot.sql<Stored>(NEWEST, [studyId, kind]);
    if (found === undefined) return undefined;
    const { document, publishedAt, ...rest } = found;
    const read: unknown = JSON.parse(document);
    return { ...rest, document: read, publishedAt: publishedAt.toISOString() };
  }
}

/** A published safety rule, and whether it raises alerts. */
export interface PublishedSafetyRule {
  readonly ruleId: string;
  readonly version: number;
  readonly rule: unknown;
  readonly on: boolean;
  /** Of the version that is on: the alerts it would have raised before, as counted when it was switched on. */
  readonly wouldHaveRaised: number | null;
}

/** Every version of every safety rule of a study. */
export class SafetyRulesOfStudy extends Query<readonly PublishedSafetyRule[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
  ) {
    super();
  }
}

type StoredRule = Omit<PublishedSafetyRule, 'rule'> & { readonly rule: string };

const RULES = `SELECT r.rule_id AS "ruleId", r.version, r.rule, s.version IS NOT NULL AS "on",
    s.would_have_raised AS "wouldHaveRaised"
  FROM safety_rules r LEFT JOIN safety_switches s
    ON s.study_id = r.study_id AND s.rule_id = r.rule_id AND s.version = r.version
  WHERE r.study_id = $1 ORDER BY r.rule_id, r.version`;

@QueryHandler(SafetyRulesOfStudy)
export class SafetyRulesOfStudyHandler implements IQueryHandler<SafetyRulesOfStudy> {
  async execute({ snapshot, studyId }: SafetyRulesOfStudy): Promise<readonly PublishedSafetyRule[]> {
    const rows = await snapshot.sql<StoredRule>(RULES, [studyId]);
    return rows.map(({ rule, ...rest }) => {
      const read: unknown = JSON.parse(rule);
      return { ...rest, rule: read };
    });
  }
}
