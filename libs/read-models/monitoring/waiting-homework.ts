/** SQL: of the assignment `a`, that it waits to be gone through. */
export const WAITS = `(a.attempts_recorded > 0 OR a.reported) AND NOT EXISTS (SELECT FROM reviews r
    WHERE r.assignment_id = a.assignment_id AND (a.last_attempt_at IS NULL OR r.occurred_at >= a.last_attempt_at))`;
