/** By what homework is told apart: what it is, how the therapist set it, and what came in between. */
export type HomeworkAspect =
  | 'approach'
  | 'focus'
  | 'medium'
  | 'difficulty'
  | 'phase'
  | 'setting'
  | 'site'
  | 'initiated-by'
  | 'rationale-given'
  | 'obstacles-foreseen'
  | 'confidence-asked'
  | 'reviewed'
  | 'barrier'
  | 'adjusted-because'
  | 'ended-because';

interface AspectSource {
  /** SQL over `assignments a` and `from`: the part that an assignment belongs to. */
  readonly part: string;
  readonly from?: string;
  /** What is counted, where it is not every assignment once. */
  readonly of?: string;
}

const yesOrNo = (condition: string): AspectSource => ({ part: `CASE WHEN ${condition} THEN 'yes' ELSE 'no' END` });

/** Built-in worksheets come as parameters; those of the study are in its templates. */
const APPROACHES = `LEFT JOIN (SELECT w.id, w.approach FROM unnest($3::text[], $4::text[]) AS w(id, approach)
    UNION SELECT t.template_id, x.approach FROM templates t CROSS JOIN LATERAL json_array_elements_text(
      CASE WHEN json_typeof(t.content::json -> 'approach') = 'array' THEN t.content::json -> 'approach' ELSE '[]' END) AS x(approach)
      WHERE t.study_id = $1) w ON w.id = a.template_id`;

export const HOMEWORK_ASPECTS: Readonly<Record<HomeworkAspect, AspectSource>> = {
  approach: {
    ...{ part: 'w.approach', from: APPROACHES },
    of: 'every assignment; one whose worksheet belongs to several approaches is counted with each',
  },
  focus: { part: 'a.focus' },
  medium: { part: 'a.medium' },
  difficulty: { part: 'a.difficulty::text' },
  phase: { part: 'a.phase' },
  setting: { part: 'a.setting' },
  site: { part: 'a.site_id' },
  'initiated-by': { part: 'a.initiated_by' },
  'rationale-given': yesOrNo('a.rationale_given'),
  'obstacles-foreseen': yesOrNo('cardinality(a.foreseen_obstacles) > 0'),
  'confidence-asked': yesOrNo('a.confidence IS NOT NULL'),
  reviewed: yesOrNo('a.reviews > 0'),
  barrier: {
    part: 'b.barrier',
    from: `JOIN (SELECT t.assignment_id, unnest(t.barriers) AS barrier FROM attempts t WHERE t.study_id = $1) b ON b.assignment_id = a.assignment_id`,
    of: 'assignments with an attempt that told of the barrier; one may tell of several',
  },
  'adjusted-because': {
    part: 'v."trigger"',
    from: `JOIN assignment_versions v ON v.assignment_id = a.assignment_id AND v.version > 1`,
    of: 'assignments that were adjusted; one may have been for several reasons',
  },
  'ended-because': {
    part: 'coalesce(a.withdrawal_reason, a.decline_reason)',
    from: `JOIN (SELECT assignment_id FROM assignments WHERE status IN ('declined', 'withdrawn')) e ON e.assignment_id = a.assignment_id`,
    of: 'assignments that were declined or withdrawn',
  },
};
