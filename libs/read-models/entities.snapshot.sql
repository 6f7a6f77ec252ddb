-- Generated from the row entities by `npm run generate`. Tables of one generation; never migrated.

CREATE TABLE "facts" (
  "position" bigint NOT NULL,
  "log_index" bigint NOT NULL,
  "event_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "revision" integer NOT NULL,
  "type" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "participant_ids" text array NOT NULL,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "data" text COLLATE "C" NOT NULL,
  "metadata" text COLLATE "C" NOT NULL,
  CONSTRAINT "PK_04a45e1ab05193478300a9be965" PRIMARY KEY ("position")
);

CREATE INDEX "IDX_89134cfcc349ec62c5bf2a3aa8" ON "facts" ("event_id");

CREATE INDEX "IDX_8b5316d8834e6e67e756281455" ON "facts" ("study_id", "position");

CREATE INDEX "IDX_f9431598ebfebe6bf2d7fb1cf9" ON "facts" ("stream", "revision");

CREATE TABLE "fact_people" (
  "participant_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  CONSTRAINT "PK_5d26f3654360dc5162ecf295fb8" PRIMARY KEY ("participant_id", "stream")
);

CREATE TABLE "studies" (
  "study_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "time_zone" text COLLATE "C" NOT NULL,
  "protocol_version" integer NOT NULL,
  "life" text COLLATE "C" NOT NULL,
  "registered_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_2f2f6a8812b500daa25a356a603" PRIMARY KEY ("study_id")
);

CREATE TABLE "sites" (
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "time_zone" text COLLATE "C" NOT NULL,
  "opened_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_3ba72c3dc08fa8ee172f392f22e" PRIMARY KEY ("study_id", "site_id")
);

CREATE TABLE "therapists" (
  "therapist_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "profession" text COLLATE "C" NOT NULL,
  "training" text COLLATE "C",
  "years_of_experience" double precision,
  "consent_version" text COLLATE "C",
  "consent_scopes" text array NOT NULL,
  "consent_date" date,
  "certified_for" text array NOT NULL,
  "supervisions" integer NOT NULL,
  "supervision_minutes" double precision NOT NULL,
  "registered_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_0f04f068ad7f9cf5e9a8978b0de" PRIMARY KEY ("therapist_id")
);

CREATE INDEX "IDX_6f4d81e1193b731f50f7a05c7f" ON "therapists" ("stream");

CREATE INDEX "IDX_b631d5cf4ea7f3df1fb005f505" ON "therapists" ("study_id", "site_id");

CREATE TABLE "participants" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "stream" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "time_zone" text COLLATE "C" NOT NULL,
  "zones" text NOT NULL,
  "protocol_version" integer NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "enrolled_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "enrolled_date" date NOT NULL,
  "ended_at" TIMESTAMP(3) WITH TIME ZONE,
  "ended_date" date,
  "ended_from" text COLLATE "C",
  "end_reason" text COLLATE "C",
  "end_note" text,
  "characteristics" text NOT NULL,
  "stratum" text COLLATE "C",
  "sex" text COLLATE "C",
  "gender" text COLLATE "C",
  "ethnicity" text COLLATE "C",
  "education" text COLLATE "C",
  "age_band" text COLLATE "C",
  "diagnosis" text COLLATE "C",
  "medication" text COLLATE "C",
  "prior_therapy" text COLLATE "C",
  "treatment_group" text COLLATE "C",
  "therapist_id" text COLLATE "C",
  "therapist_from" date,
  "consent_version" text COLLATE "C",
  "consent_scopes" text array NOT NULL,
  "consent_date" date,
  "consent_withdrawn" text COLLATE "C",
  "screened_date" date,
  "concomitant_treatments" text array NOT NULL,
  "concomitant_changes" integer NOT NULL,
  "personal_data_erased" boolean NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_21c0dc46f025572c6b99626b9eb" PRIMARY KEY ("participant_id")
);

CREATE INDEX "IDX_30f4f2afd4e2418460e450d03a" ON "participants" ("study_id", "enrolled_at");

CREATE INDEX "IDX_306e6263d9fdb1d4206c138469" ON "participants" ("study_id", "code");

CREATE INDEX "IDX_69a44906d0372ed1544af33ac0" ON "participants" ("study_id", "site_id", "status");

CREATE TABLE "assignments" (
  "title" text NOT NULL,
  "focus" text COLLATE "C" NOT NULL,
  "medium" text COLLATE "C" NOT NULL,
  "template_id" text COLLATE "C",
  "template_version" integer,
  "dose_amount" double precision,
  "dose_unit" text COLLATE "C",
  "due_kind" text COLLATE "C" NOT NULL,
  "due_at" TIMESTAMP(3) WITH TIME ZONE,
  "due_date" date,
  "due_weekdays" text array NOT NULL,
  "due_from" date,
  "due_to" date,
  "due_by" text COLLATE "C",
  "difficulty" integer,
  "goal" text,
  "target_mechanism" text COLLATE "C",
  "phase" text COLLATE "C",
  "rationale_given" boolean NOT NULL,
  "rationale" text,
  "instructions" text,
  "example" text,
  "accessibility" text array NOT NULL,
  "performers" text array NOT NULL,
  "setting" text COLLATE "C" NOT NULL,
  "visibility" text COLLATE "C" NOT NULL,
  "confidence" integer,
  "foreseen_obstacles" text array NOT NULL,
  "assignment_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "version" integer NOT NULL,
  "adjustments" integer NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "initiated_by" text COLLATE "C" NOT NULL,
  "analyst_construction" boolean NOT NULL,
  "proposed_at" TIMESTAMP(3) WITH TIME ZONE,
  "assigned_at" TIMESTAMP(3) WITH TIME ZONE,
  "assigned_date" date,
  "declined_at" TIMESTAMP(3) WITH TIME ZONE,
  "declined_by" text COLLATE "C",
  "decline_reason" text COLLATE "C",
  "decline_note" text,
  "opened_at" TIMESTAMP(3) WITH TIME ZONE,
  "questions" integer NOT NULL,
  "unanswered" integer NOT NULL,
  "reviews" integer NOT NULL,
  "feedback" integer NOT NULL,
  "attempts_started" integer NOT NULL,
  "attempts_recorded" integer NOT NULL,
  "attempts_abandoned" integer NOT NULL,
  "last_attempt_at" TIMESTAMP(3) WITH TIME ZONE,
  "reported" boolean NOT NULL,
  "reported_state" text COLLATE "C",
  "reported_amount" double precision,
  "reported_unit" text COLLATE "C",
  "completed_at" TIMESTAMP(3) WITH TIME ZONE,
  "completed_date" date,
  "completed_by" text COLLATE "C",
  "late" boolean,
  "expired_at" TIMESTAMP(3) WITH TIME ZONE,
  "withdrawn_at" TIMESTAMP(3) WITH TIME ZONE,
  "withdrawn_date" date,
  "withdrawal_reason" text COLLATE "C",
  "withdrawal_note" text,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_d6c1d70f2bb5464c5b3a5269bb9" PRIMARY KEY ("assignment_id")
);

CREATE INDEX "IDX_9dda9123ddda64a829382fea1a" ON "assignments" ("stream");

CREATE INDEX "IDX_486f994313e1f58aa5a4856b56" ON "assignments" ("study_id", "status", "assigned_at");

CREATE INDEX "IDX_2c49aadf718cd79f05105b0b5f" ON "assignments" ("participant_id", "assigned_at");

CREATE TABLE "assignment_versions" (
  "title" text NOT NULL,
  "focus" text COLLATE "C" NOT NULL,
  "medium" text COLLATE "C" NOT NULL,
  "template_id" text COLLATE "C",
  "template_version" integer,
  "dose_amount" double precision,
  "dose_unit" text COLLATE "C",
  "due_kind" text COLLATE "C" NOT NULL,
  "due_at" TIMESTAMP(3) WITH TIME ZONE,
  "due_date" date,
  "due_weekdays" text array NOT NULL,
  "due_from" date,
  "due_to" date,
  "due_by" text COLLATE "C",
  "difficulty" integer,
  "goal" text,
  "target_mechanism" text COLLATE "C",
  "phase" text COLLATE "C",
  "rationale_given" boolean NOT NULL,
  "rationale" text,
  "instructions" text,
  "example" text,
  "accessibility" text array NOT NULL,
  "performers" text array NOT NULL,
  "setting" text COLLATE "C" NOT NULL,
  "visibility" text COLLATE "C" NOT NULL,
  "confidence" integer,
  "foreseen_obstacles" text array NOT NULL,
  "assignment_id" text COLLATE "C" NOT NULL,
  "version" integer NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "status" text COLLATE "C" NOT NULL,
  "initiated_by" text COLLATE "C" NOT NULL,
  "collaborative" boolean NOT NULL,
  "assigned_at" TIMESTAMP(3) WITH TIME ZONE,
  "assigned_date" date,
  "removed" text array NOT NULL,
  "trigger" text COLLATE "C",
  "note" text,
  "in_force_from" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "in_force_from_date" date NOT NULL,
  "in_force_to" TIMESTAMP(3) WITH TIME ZONE,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_c3a5680cdf2a5ae97915f3a4f3c" PRIMARY KEY ("assignment_id", "version")
);

CREATE INDEX "IDX_6f28d7e0d0fd4ff787cda0343f" ON "assignment_versions" ("stream");

CREATE INDEX "IDX_2455528893b1f09830505c19c8" ON "assignment_versions" ("study_id");

CREATE INDEX "IDX_063ac397d3fa51922a21af3504" ON "assignment_versions" ("participant_id");

CREATE TABLE "occurrences" (
  "assignment_id" text COLLATE "C" NOT NULL,
  "occurrence" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "version" integer NOT NULL,
  "as_assigned" boolean NOT NULL,
  "dose_amount" double precision,
  "dose_unit" text COLLATE "C",
  "due_at" TIMESTAMP(3) WITH TIME ZONE,
  "due_date" date,
  "state" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C",
  "reported_by" text COLLATE "C",
  "reports" integer NOT NULL,
  "reported_amount" double precision,
  "reported_unit" text COLLATE "C",
  "attempts" integer NOT NULL,
  "completed_at" TIMESTAMP(3) WITH TIME ZONE,
  "taken_away_at" TIMESTAMP(3) WITH TIME ZONE,
  "reviewed" boolean,
  CONSTRAINT "PK_6de8ab9ac4901a6d3e69c8db9e1" PRIMARY KEY ("assignment_id", "occurrence", "participant_id")
);

CREATE INDEX "IDX_0692bb18c696ccaf788508eb55" ON "occurrences" ("study_id", "due_at");

CREATE INDEX "IDX_b174756acd18d3ccfa61596dd7" ON "occurrences" ("participant_id", "due_at");

CREATE TABLE "attempts" (
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "assignment_id" text COLLATE "C" NOT NULL,
  "attempt_id" text COLLATE "C" NOT NULL,
  "version" integer NOT NULL,
  "occurrence" text COLLATE "C",
  "performer" text COLLATE "C",
  "informant" text COLLATE "C",
  "state" text COLLATE "C" NOT NULL,
  "outcome" text COLLATE "C",
  "alternative" boolean,
  "by_proxy" boolean NOT NULL,
  "started_at" TIMESTAMP(3) WITH TIME ZONE,
  "ended_at" TIMESTAMP(3) WITH TIME ZONE,
  "minutes" double precision,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "local_date" date NOT NULL,
  "done_amount" double precision,
  "done_unit" text COLLATE "C",
  "difficulty" integer,
  "mastery" integer,
  "pleasure" integer,
  "helpfulness" integer,
  "distress_before" integer,
  "distress_after" integer,
  "barriers" text array NOT NULL,
  "note" text,
  "entry_lag_hours" double precision NOT NULL,
  "visibility" text COLLATE "C",
  "feedback" integer NOT NULL,
  "source" text COLLATE "C" NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_e4d4449d47216df285e75c3db4b" PRIMARY KEY ("assignment_id", "attempt_id")
);

CREATE INDEX "IDX_a62b926ecc5b14c3fef961e492" ON "attempts" ("stream");

CREATE INDEX "IDX_a2072093b692cbb11835a31c77" ON "attempts" ("study_id", "occurred_at");

CREATE INDEX "IDX_1bc5608eec93b91b4f33bf3d18" ON "attempts" ("participant_id", "occurred_at");

CREATE TABLE "reviews" (
  "review_id" text COLLATE "C" NOT NULL,
  "assignment_id" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "version" integer NOT NULL,
  "session_id" text COLLATE "C",
  "session_number" integer,
  "reviewer_role" text COLLATE "C" NOT NULL,
  "barriers" text array NOT NULL,
  "helpfulness" integer,
  "note" text,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "local_date" date NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_186eb74f74ac0f7073e6a7ac1c5" PRIMARY KEY ("review_id", "participant_id")
);

CREATE INDEX "IDX_d27a79b26ffcfbf4fc314bf767" ON "reviews" ("assignment_id");

CREATE INDEX "IDX_333459150f5449ccc09fde4cbf" ON "reviews" ("study_id", "occurred_at");

CREATE INDEX "IDX_87cc74364d77bd2e5d1ecdf5c4" ON "reviews" ("participant_id", "occurred_at");

CREATE TABLE "sessions" (
  "session_id" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "session_number" integer NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "attended" boolean,
  "scheduled_at" TIMESTAMP(3) WITH TIME ZONE,
  "cancelled_by" text COLLATE "C",
  "cancellation_reason" text COLLATE "C",
  "missed_reason" text COLLATE "C",
  "modality" text COLLATE "C",
  "phase" text COLLATE "C",
  "deliverers" text array NOT NULL,
  "minutes" double precision,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "local_date" date NOT NULL,
  "homework_reviewed" text COLLATE "C",
  "homework_assigned" text COLLATE "C",
  "homework_why_not_reviewed" text COLLATE "C",
  "homework_why_not" text COLLATE "C",
  "homework_minutes" double precision,
  "homework_note" text,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_9f5dc295d3942bca2359bd163b6" PRIMARY KEY ("session_id", "participant_id")
);

CREATE INDEX "IDX_0b56799575478e35b6e309abf2" ON "sessions" ("stream");

CREATE INDEX "IDX_110ad22f59b2f5f5c29d9b65c3" ON "sessions" ("study_id", "occurred_at");

CREATE INDEX "IDX_25e973d72120a85e59ae182157" ON "sessions" ("participant_id", "session_number");

CREATE TABLE "contacts" (
  "contact_id" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "made_by" text COLLATE "C" NOT NULL,
  "channel" text COLLATE "C" NOT NULL,
  "minutes" double precision,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "local_date" date NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_379b33d9723237a561eb43cbc59" PRIMARY KEY ("contact_id", "participant_id")
);

CREATE INDEX "IDX_83c6d87e80cb6b50876536c780" ON "contacts" ("stream");

CREATE INDEX "IDX_cc967b081faa672c4c87c1a96e" ON "contacts" ("study_id", "occurred_at");

CREATE INDEX "IDX_72b381f4e494c740f9e6f2f881" ON "contacts" ("participant_id", "occurred_at");

CREATE TABLE "ratings" (
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "rating_id" text COLLATE "C" NOT NULL,
  "form_id" text COLLATE "C" NOT NULL,
  "form_version" integer NOT NULL,
  "rater_id" text COLLATE "C" NOT NULL,
  "rater_role" text COLLATE "C" NOT NULL,
  "target_kind" text COLLATE "C" NOT NULL,
  "target_assignment_id" text COLLATE "C",
  "target_version" integer,
  "target_session_id" text COLLATE "C",
  "target_from" date,
  "target_to" date,
  "items" text NOT NULL,
  "retrospective" boolean NOT NULL,
  "note" text,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "local_date" date NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_dc4f636dd0dd5a75e84115a606f" PRIMARY KEY ("rating_id")
);

CREATE INDEX "IDX_cfdb43ace4b79960454186aafc" ON "ratings" ("stream");

CREATE INDEX "IDX_3f53e1eab0ece4451b7b2398ac" ON "ratings" ("target_assignment_id");

CREATE INDEX "IDX_1b0686c434c8db344d74303c74" ON "ratings" ("study_id", "occurred_at");

CREATE INDEX "IDX_07365e1ce4fc5f15c9c365526f" ON "ratings" ("participant_id", "occurred_at");

CREATE TABLE "measures" (
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "measure_id" text COLLATE "C" NOT NULL,
  "instrument_id" text COLLATE "C" NOT NULL,
  "instrument_version" integer NOT NULL,
  "occasion" text COLLATE "C" NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "items" text NOT NULL,
  "items_missing" integer NOT NULL,
  "reported_total" double precision,
  "timing" text COLLATE "C",
  "recall_days" integer,
  "informant" text COLLATE "C",
  "assessor_blind" boolean,
  "missed_reason" text COLLATE "C",
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "local_date" date NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_a955f4ada6adc9dd090998fbaa7" PRIMARY KEY ("measure_id")
);

CREATE INDEX "IDX_28a9ab2fb7ea19c0406a0810c9" ON "measures" ("stream");

CREATE INDEX "IDX_3a1c59a7490f92052fbdadf93e" ON "measures" ("study_id", "instrument_id", "occasion");

CREATE INDEX "IDX_e810ae07296c6ed980e0db4841" ON "measures" ("participant_id", "occurred_at");

CREATE TABLE "definitions" (
  "study_id" text COLLATE "C" NOT NULL,
  "definition_id" text COLLATE "C" NOT NULL,
  "version" integer NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C",
  "definition" text NOT NULL,
  "published_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_8bd2ca0b5ec9696a1b7360a75fb" PRIMARY KEY ("study_id", "definition_id", "version")
);

CREATE TABLE "adherence" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "definition_id" text COLLATE "C" NOT NULL,
  "definition_version" integer NOT NULL,
  "adherent" text COLLATE "C",
  "value" double precision,
  "unit" text COLLATE "C",
  "best" double precision,
  "worst" double precision,
  "n" integer NOT NULL,
  "unknown" integer NOT NULL,
  "reporting_rate" double precision,
  "settled" boolean NOT NULL,
  "problem" text COLLATE "C",
  "known_until" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_ac5d8e1e3a176f04422b96b50ef" PRIMARY KEY ("participant_id", "definition_id", "definition_version")
);

CREATE INDEX "IDX_a4a6c44b3aca3708c826dbe5be" ON "adherence" ("study_id", "definition_id", "definition_version", "adherent");

CREATE TABLE "outcomes" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "measure_id" text COLLATE "C" NOT NULL,
  "instrument_id" text COLLATE "C" NOT NULL,
  "instrument_version" integer NOT NULL,
  "instrument_source" text COLLATE "C" NOT NULL,
  "occasion" text COLLATE "C" NOT NULL,
  "day" integer,
  "timing" text COLLATE "C" NOT NULL,
  "recall_days" integer,
  "recall_overlaps" boolean,
  "informant" text COLLATE "C" NOT NULL,
  "rater_id" text COLLATE "C" NOT NULL,
  "assessor_blind" boolean,
  "window_ok" boolean,
  "total" double precision,
  "total_from" text COLLATE "C",
  "scales" text NOT NULL,
  "items_missing" integer,
  "severity" text COLLATE "C",
  "risk_items" text array NOT NULL,
  "scoring_version" text COLLATE "C",
  "problem" text COLLATE "C",
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "local_date" date NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_6c34e6710ad6426a43e978c104f" PRIMARY KEY ("participant_id", "measure_id")
);

CREATE INDEX "IDX_8577bdbc69d49ca2e2c7b632f3" ON "outcomes" ("study_id", "instrument_id", "occasion");

CREATE TABLE "outcome_items" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "measure_id" text COLLATE "C" NOT NULL,
  "item" text COLLATE "C" NOT NULL,
  "instrument_id" text COLLATE "C" NOT NULL,
  "instrument_version" integer NOT NULL,
  "occasion" text COLLATE "C" NOT NULL,
  "informant" text COLLATE "C" NOT NULL,
  "item_number" integer,
  "value" double precision,
  "scored" double precision,
  "risk" boolean NOT NULL,
  CONSTRAINT "PK_d7f8bdf764ecfad2ff0a70eb819" PRIMARY KEY ("participant_id", "measure_id", "item")
);

CREATE INDEX "IDX_7a63e2abdc244f6d5b5006f152" ON "outcome_items" ("study_id", "instrument_id", "item");

CREATE TABLE "person_summary" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "instrument_id" text COLLATE "C" NOT NULL,
  "informant" text COLLATE "C" NOT NULL,
  "instrument_version" integer NOT NULL,
  "scored" integer NOT NULL,
  "unscored" integer NOT NULL,
  "pre_occasion" text COLLATE "C",
  "pre_at" TIMESTAMP(3) WITH TIME ZONE,
  "pre" double precision,
  "post_occasion" text COLLATE "C",
  "post_at" TIMESTAMP(3) WITH TIME ZONE,
  "post" double precision,
  "change" double precision,
  "percent_change" double precision,
  "reliable_change_index" double precision,
  "reliable_by_index" text COLLATE "C",
  "reliable_by_points" text COLLATE "C",
  "category" text COLLATE "C",
  "response" boolean,
  "remission" boolean,
  "caseness_start" boolean,
  "caseness_end" boolean,
  "source" text COLLATE "C",
  "reason" text COLLATE "C",
  CONSTRAINT "PK_ac3d835f340ec8b9ac30ca6a54e" PRIMARY KEY ("participant_id", "instrument_id", "informant")
);

CREATE INDEX "IDX_6bfdd9d8b14c310e90f63e6df6" ON "person_summary" ("study_id", "instrument_id", "informant");

CREATE TABLE "sudden_gains" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "measure_id" text COLLATE "C" NOT NULL,
  "instrument_id" text COLLATE "C" NOT NULL,
  "informant" text COLLATE "C" NOT NULL,
  "occasion_before" text COLLATE "C" NOT NULL,
  "occasion_after" text COLLATE "C" NOT NULL,
  "before" double precision NOT NULL,
  "after" double precision NOT NULL,
  "magnitude" double precision NOT NULL,
  "reversed" boolean NOT NULL,
  "threshold" double precision NOT NULL,
  "threshold_source" text COLLATE "C" NOT NULL,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_1b852fdef7ef4540fcce9a0764c" PRIMARY KEY ("participant_id", "measure_id")
);

CREATE INDEX "IDX_7eed3169785a9a52979b7f8705" ON "sudden_gains" ("study_id", "instrument_id");

CREATE TABLE "rating_scores" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "rating_id" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "form_id" text COLLATE "C" NOT NULL,
  "form_version" integer NOT NULL,
  "rater_id" text COLLATE "C" NOT NULL,
  "rater_role" text COLLATE "C" NOT NULL,
  "target_kind" text COLLATE "C" NOT NULL,
  "target_assignment_id" text COLLATE "C",
  "target_version" integer,
  "target_session_id" text COLLATE "C",
  "target_from" date,
  "target_to" date,
  "retrospective" boolean NOT NULL,
  "value" double precision,
  "missing" integer NOT NULL,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "local_date" date NOT NULL,
  CONSTRAINT "PK_45321cdc1eae2a0f16c7622992c" PRIMARY KEY ("participant_id", "rating_id", "kind", "name")
);

CREATE INDEX "IDX_924a3f47e184cb127cb5f42bae" ON "rating_scores" ("study_id", "form_id", "name");

CREATE TABLE "missingness" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "measure_id" text COLLATE "C" NOT NULL,
  "instrument_id" text COLLATE "C" NOT NULL,
  "instrument_version" integer NOT NULL,
  "occasion" text COLLATE "C" NOT NULL,
  "scheduled" boolean NOT NULL,
  "due_date" date,
  "window_from" date,
  "window_to" date,
  "status" text COLLATE "C" NOT NULL,
  "received_date" date,
  "reason" text COLLATE "C",
  "reason_from" text COLLATE "C",
  "known_until" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_5383e80bea3e47fb056639d02e1" PRIMARY KEY ("participant_id", "measure_id")
);

CREATE INDEX "IDX_3e78488cbc095ccdd714bee9e7" ON "missingness" ("study_id", "instrument_id", "occasion");

CREATE TABLE "adverse_events" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "adverse_event_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "serious" boolean NOT NULL,
  "severity" text COLLATE "C" NOT NULL,
  "relatedness" text COLLATE "C" NOT NULL,
  "expected" boolean NOT NULL,
  "onset" date NOT NULL,
  "outcome" text COLLATE "C" NOT NULL,
  "description" text NOT NULL,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_bbe4ed75aa9852ee61fdf234efb" PRIMARY KEY ("participant_id", "adverse_event_id")
);

CREATE INDEX "IDX_bfdec993479fc033a9b84fd084" ON "adverse_events" ("stream");

CREATE INDEX "IDX_e9ddd95cad5daeff517a48923e" ON "adverse_events" ("study_id", "serious");

CREATE TABLE "protocol_amendments" (
  "study_id" text COLLATE "C" NOT NULL,
  "version" integer NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "changes" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "protocol" text,
  "published_date" date NOT NULL,
  "published_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_698699a2fff51fc20a8d4280049" PRIMARY KEY ("study_id", "version")
);

CREATE TABLE "concomitant_treatments" (
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "entry_id" text COLLATE "C" NOT NULL,
  "treatment" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "change" text COLLATE "C" NOT NULL,
  "changed_on" date,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_7524928b7133b82da919a458afb" PRIMARY KEY ("entry_id")
);

CREATE INDEX "IDX_4aec17e60a25fae9bd24794f72" ON "concomitant_treatments" ("stream");

CREATE INDEX "IDX_a391875cdcea00c9069ee81b1e" ON "concomitant_treatments" ("study_id", "treatment");

CREATE INDEX "IDX_0f2978ee8e43d587bd36aab5d1" ON "concomitant_treatments" ("participant_id", "occurred_at");

CREATE TABLE "instruments" (
  "study_id" text COLLATE "C" NOT NULL,
  "instrument_id" text COLLATE "C" NOT NULL,
  "version" integer NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C",
  "instrument" text NOT NULL,
  "published_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_a4a7a65f36245fa266db891b62c" PRIMARY KEY ("study_id", "instrument_id", "version")
);

CREATE TABLE "flow" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "stream" text COLLATE "C" NOT NULL,
  "screened_at" TIMESTAMP(3) WITH TIME ZONE,
  "eligible" boolean,
  "exclusions" text array NOT NULL,
  "consented_at" TIMESTAMP(3) WITH TIME ZONE,
  "enrolled_at" TIMESTAMP(3) WITH TIME ZONE,
  "left_intervention_at" TIMESTAMP(3) WITH TIME ZONE,
  "left_intervention_reason" text COLLATE "C",
  "left_study_at" TIMESTAMP(3) WITH TIME ZONE,
  "left_study_reason" text COLLATE "C",
  "completed_at" TIMESTAMP(3) WITH TIME ZONE,
  CONSTRAINT "PK_3845af19068ad7365bbf2e107e0" PRIMARY KEY ("participant_id")
);

CREATE INDEX "IDX_813cbad1a2b9c2726ff3247f49" ON "flow" ("study_id");

CREATE TABLE "allocation_schemes" (
  "study_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "method" text COLLATE "C" NOT NULL,
  "arms" text NOT NULL,
  "factors" text NOT NULL,
  "planned" integer NOT NULL,
  "commitment" text COLLATE "C" NOT NULL,
  "sealed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "disclosed_at" TIMESTAMP(3) WITH TIME ZONE,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_4f01d5f2ab3a5c0dc578980adde" PRIMARY KEY ("study_id")
);

CREATE TABLE "allocations" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "stream" text COLLATE "C" NOT NULL,
  "number" integer NOT NULL,
  "origin" text COLLATE "C" NOT NULL,
  "allocated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_174ee39049c4b65fbe1d14a4131" PRIMARY KEY ("participant_id")
);

CREATE INDEX "IDX_cccd5b0616a29c056edbdc3be6" ON "allocations" ("study_id");

CREATE TABLE "unblindings" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "revealed_to" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "note" text,
  "unblinded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_6a208931f87f6005e441d548572" PRIMARY KEY ("participant_id", "revealed_to")
);

CREATE INDEX "IDX_675a14012132044401f48f949c" ON "unblindings" ("study_id");

CREATE TABLE "arms" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "stream" text COLLATE "C" NOT NULL,
  "arm" text NOT NULL,
  CONSTRAINT "PK_51c576579a5dfe3a0530ebaf162" PRIMARY KEY ("participant_id")
);

CREATE INDEX "IDX_a4be0071e99b015fcd8d4a943b" ON "arms" ("study_id");

CREATE TABLE "due_measures" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "instrument_id" text COLLATE "C" NOT NULL,
  "occasion" text COLLATE "C" NOT NULL,
  "instrument_version" integer NOT NULL,
  "informant" text COLLATE "C" NOT NULL,
  "protocol_version" integer NOT NULL,
  "opens_on" date NOT NULL,
  "due_on" date NOT NULL,
  "closes_on" date NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  CONSTRAINT "PK_8f9238826fbd0e78a871de59a23" PRIMARY KEY ("participant_id", "instrument_id", "occasion")
);

CREATE INDEX "IDX_952e0758f6e197791cc16f7ac3" ON "due_measures" ("study_id", "status");

CREATE TABLE "reconsents" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "because" text COLLATE "C",
  "due" text COLLATE "C",
  "first_day" date,
  "last_day" date,
  "lapses_after" date NOT NULL,
  "given_on" date,
  CONSTRAINT "PK_65031f6e05b35ad90ecfe9cd745" PRIMARY KEY ("participant_id")
);

CREATE INDEX "IDX_1d4e2090b690aa28e1b2a9d21e" ON "reconsents" ("study_id", "last_day");

CREATE TABLE "data_check_switches" (
  "study_id" text COLLATE "C" NOT NULL,
  "rule_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "version" integer,
  "history" boolean NOT NULL,
  "rehearsed_to" bigint NOT NULL,
  "would_have_opened" integer NOT NULL,
  "switched_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_ec8d536c1537a141307bca4cbdf" PRIMARY KEY ("study_id", "rule_id")
);

CREATE TABLE "queries" (
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "query_id" text COLLATE "C" NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "category" text COLLATE "C",
  "record_id" text COLLATE "C",
  "entry_id" text COLLATE "C",
  "field" text COLLATE "C",
  "rule_id" text COLLATE "C",
  "question" text NOT NULL,
  "answer" text,
  "outcome" text COLLATE "C",
  "opened_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "opened_by" text COLLATE "C" NOT NULL,
  "answered_at" TIMESTAMP(3) WITH TIME ZONE,
  "closed_at" TIMESTAMP(3) WITH TIME ZONE,
  CONSTRAINT "PK_ed0338fd5477c6577807f84ca7a" PRIMARY KEY ("query_id")
);

CREATE INDEX "IDX_4e40195e6ea93a15383af63495" ON "queries" ("participant_id");

CREATE INDEX "IDX_2deb49fa083a6626fef4a90fc1" ON "queries" ("study_id", "status");

CREATE TABLE "intervals" (
  "quantity_unit" double precision,
  "quantity_unit_low" double precision,
  "quantity_unit_high" double precision,
  "quantity_unit_uncapped" double precision,
  "quantity_unit_uncapped_low" double precision,
  "quantity_unit_uncapped_high" double precision,
  "quantity_assignment" double precision,
  "quantity_assignment_low" double precision,
  "quantity_assignment_high" double precision,
  "attempt_rate" double precision,
  "attempt_rate_low" double precision,
  "attempt_rate_high" double precision,
  "attempt_rate_of_occurrences" double precision,
  "attempt_rate_of_occurrences_low" double precision,
  "attempt_rate_of_occurrences_high" double precision,
  "timeliness" double precision,
  "timeliness_low" double precision,
  "timeliness_high" double precision,
  "lateness_credit" double precision,
  "lateness_credit_low" double precision,
  "lateness_credit_high" double precision,
  "lateness_mean_days" double precision,
  "lateness_mean_days_low" double precision,
  "lateness_mean_days_high" double precision,
  "lateness_max_days" double precision,
  "lateness_max_days_low" double precision,
  "lateness_max_days_high" double precision,
  "quality" double precision,
  "quality_low" double precision,
  "quality_high" double precision,
  "review_rate" double precision,
  "review_rate_low" double precision,
  "review_rate_high" double precision,
  "adjustment_burden" double precision,
  "adjustment_burden_low" double precision,
  "adjustment_burden_high" double precision,
  "compliance_rating" double precision,
  "compliance_rating_low" double precision,
  "compliance_rating_high" double precision,
  "minutes" double precision,
  "minutes_low" double precision,
  "minutes_high" double precision,
  "attempts" double precision,
  "attempts_low" double precision,
  "attempts_high" double precision,
  "active_days" double precision,
  "active_days_low" double precision,
  "active_days_high" double precision,
  "active_day_share" double precision,
  "active_day_share_low" double precision,
  "active_day_share_high" double precision,
  "participant_id" text COLLATE "C" NOT NULL,
  "definition_id" text COLLATE "C" NOT NULL,
  "definition_version" integer NOT NULL,
  "denominator" text COLLATE "C" NOT NULL,
  "interval" integer NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "opened_by" text COLLATE "C" NOT NULL,
  "opening_session_number" integer,
  "from_at" TIMESTAMP(3) WITH TIME ZONE,
  "to_at" TIMESTAMP(3) WITH TIME ZONE,
  "from_date" date NOT NULL,
  "to_date" date,
  "length_days" integer,
  "closed_by" text COLLATE "C",
  "n" integer NOT NULL,
  "n_unknown" integer NOT NULL,
  "reporting_rate" double precision,
  "h_mean" double precision,
  "h_dev" double precision,
  "value" double precision,
  "best" double precision,
  "worst" double precision,
  "adherent" text COLLATE "C",
  CONSTRAINT "PK_740c5f5959ea26fcbb0a9365f1d" PRIMARY KEY ("participant_id", "definition_id", "definition_version", "denominator", "interval")
);

CREATE INDEX "IDX_b08f3cdb7292b590fcc6a20ee2" ON "intervals" ("study_id", "definition_id", "definition_version", "denominator");

CREATE TABLE "compliance" (
  "assignment_id" text COLLATE "C" NOT NULL,
  "occurrence" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "rating" integer,
  "low" integer NOT NULL,
  "high" integer NOT NULL,
  "due_at" TIMESTAMP(3) WITH TIME ZONE,
  CONSTRAINT "PK_f9bdd8887d4556f8dfac53ef432" PRIMARY KEY ("assignment_id", "occurrence", "participant_id")
);

CREATE INDEX "IDX_f5096e144d7e26c2160854d12a" ON "compliance" ("study_id", "rating");

CREATE INDEX "IDX_dc284eebb5e0dc0cc91140828a" ON "compliance" ("participant_id", "due_at");

CREATE TABLE "goals" (
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "goal_id" text COLLATE "C" NOT NULL,
  "set_by" text COLLATE "C" NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "statement" text NOT NULL,
  "target_mechanism" text COLLATE "C",
  "attainment" integer,
  "ratings" integer NOT NULL,
  "revisions" integer NOT NULL,
  "set_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "ended_at" TIMESTAMP(3) WITH TIME ZONE,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_7ad37b9c302d733cb1551a668ac" PRIMARY KEY ("goal_id")
);

CREATE INDEX "IDX_28765c1a68321bb02350e50d9f" ON "goals" ("stream");

CREATE INDEX "IDX_d5477a47b0336e1228fe01edde" ON "goals" ("study_id", "status");

CREATE INDEX "IDX_451258a133aae4701d4acf2308" ON "goals" ("participant_id", "set_at");

CREATE TABLE "homework_plans" (
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "assignment_id" text COLLATE "C" NOT NULL,
  "goal_ids" text array NOT NULL,
  "situation" text,
  "action" text,
  "obstacles" text array NOT NULL,
  "confidence" integer,
  "substitute_id" text COLLATE "C",
  "substitute_trigger" text COLLATE "C",
  "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_bebdb1f668e4afb28180e084a5e" PRIMARY KEY ("assignment_id")
);

CREATE INDEX "IDX_1c12605d45d988dda69d93a2f3" ON "homework_plans" ("stream");

CREATE INDEX "IDX_f48f22b4a99328bcfd9af8ba39" ON "homework_plans" ("study_id");

CREATE INDEX "IDX_5a7338cdbcca37f6df9629ffd0" ON "homework_plans" ("participant_id");

CREATE TABLE "clarifications" (
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "assignment_id" text COLLATE "C" NOT NULL,
  "number" integer NOT NULL,
  "asked_by" text COLLATE "C" NOT NULL,
  "question" text NOT NULL,
  "answered" boolean NOT NULL,
  "answer" text,
  "asked_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "answered_at" TIMESTAMP(3) WITH TIME ZONE,
  CONSTRAINT "PK_6282ebf3d40ceab78204c6da057" PRIMARY KEY ("assignment_id", "number")
);

CREATE INDEX "IDX_d9ee64a549997a7032ffda02d0" ON "clarifications" ("stream");

CREATE INDEX "IDX_df733d6662636d0ad71370d5ce" ON "clarifications" ("study_id", "answered");

CREATE INDEX "IDX_ba96723e5e2e1b5fe1cb5de2b2" ON "clarifications" ("participant_id", "asked_at");

CREATE TABLE "worksheet_answers" (
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "assignment_id" text COLLATE "C" NOT NULL,
  "attempt_id" text COLLATE "C" NOT NULL,
  "template_id" text COLLATE "C" NOT NULL,
  "template_version" integer NOT NULL,
  "answered" integer NOT NULL,
  "answers" text NOT NULL,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "local_date" date NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_7edc02add821714d5c8e649785a" PRIMARY KEY ("assignment_id", "attempt_id")
);

CREATE INDEX "IDX_a953549938b45524b29918c295" ON "worksheet_answers" ("stream");

CREATE INDEX "IDX_15421db2759b86da2e4a55f668" ON "worksheet_answers" ("study_id", "template_id");

CREATE INDEX "IDX_9535a5811b7e5178e422e481ac" ON "worksheet_answers" ("participant_id", "occurred_at");

CREATE TABLE "templates" (
  "template_id" text COLLATE "C" NOT NULL,
  "version" integer NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "status" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "content" text NOT NULL,
  "changed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_f4590a7d2d7efa474b754a64d7e" PRIMARY KEY ("template_id", "version")
);

CREATE INDEX "IDX_969a237699ecb593a7db1085a1" ON "templates" ("stream");

CREATE INDEX "IDX_f6248f0fbbbd7a2c2731a8f2f2" ON "templates" ("study_id", "status");

CREATE TABLE "datasets" (
  "study_id" text COLLATE "C" NOT NULL,
  "dataset_id" text COLLATE "C" NOT NULL,
  "version" integer NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "specification" text NOT NULL,
  "specified_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_feb932dd586c08796bd037b895b" PRIMARY KEY ("study_id", "dataset_id", "version")
);

CREATE TABLE "releases" (
  "study_id" text COLLATE "C" NOT NULL,
  "release_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "dataset_id" text COLLATE "C" NOT NULL,
  "version" integer NOT NULL,
  "log_index" bigint NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "tier" text COLLATE "C" NOT NULL,
  "recipient" text COLLATE "C" NOT NULL,
  "purpose" text COLLATE "C" NOT NULL,
  "release_key_id" text COLLATE "C" NOT NULL,
  "expires" date,
  "requested_by" text COLLATE "C" NOT NULL,
  "approved_by" text COLLATE "C",
  "reason" text COLLATE "C",
  "problems" text NOT NULL,
  "manifest" text COLLATE "C",
  "files" text NOT NULL,
  "people" integer,
  "k" integer,
  "erasure_epoch" integer,
  "requested_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "released_at" TIMESTAMP(3) WITH TIME ZONE,
  "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_e1588a744a32066dcad2caf316e" PRIMARY KEY ("study_id", "release_id")
);

CREATE INDEX "IDX_be765f9d11ba041ef349ed4faf" ON "releases" ("study_id", "recipient");

CREATE TABLE "release_policies" (
  "study_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "approval" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "since" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_22a8f26d10d0419eca3206f455f" PRIMARY KEY ("study_id")
);

CREATE TABLE "attachments" (
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "assignment_id" text COLLATE "C" NOT NULL,
  "attachment_id" text COLLATE "C" NOT NULL,
  "attempt_id" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "media_type" text COLLATE "C" NOT NULL,
  "bytes" integer NOT NULL,
  "sha256" text NOT NULL,
  "description" text,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_ad34329c5b53fa89fe452a3c247" PRIMARY KEY ("assignment_id", "attachment_id")
);

CREATE INDEX "IDX_33d484456b3ebbbcc3a4d49b02" ON "attachments" ("stream");

CREATE INDEX "IDX_3b52e97a30a81cda71a3fa24a8" ON "attachments" ("study_id", "occurred_at");

CREATE INDEX "IDX_a20519006dbadd79267ba0bbac" ON "attachments" ("participant_id", "occurred_at");

CREATE TABLE "staff_posts" (
  "study_id" text COLLATE "C" NOT NULL,
  "staff_id" text COLLATE "C" NOT NULL,
  "role" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "from_date" date NOT NULL,
  "to_date" date,
  "removed_at" TIMESTAMP(3) WITH TIME ZONE,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_cda3e40c45e4e201dcb7b8ad830" PRIMARY KEY ("study_id", "staff_id", "role", "site_id")
);

CREATE INDEX "IDX_dc5f53006e5b9374ac2129f6db" ON "staff_posts" ("stream");

CREATE INDEX "IDX_0f57ab29aee9ba40546fd90a4d" ON "staff_posts" ("staff_id");

CREATE TABLE "caseload_covers" (
  "study_id" text COLLATE "C" NOT NULL,
  "staff_id" text COLLATE "C" NOT NULL,
  "covered_by" text COLLATE "C" NOT NULL,
  "from_date" date NOT NULL,
  "to_date" date NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  CONSTRAINT "PK_44814e564523a6a4876876d5cbb" PRIMARY KEY ("study_id", "staff_id", "covered_by", "from_date")
);

CREATE INDEX "IDX_6a806e16b62780c993f44a9ed0" ON "caseload_covers" ("stream");

CREATE INDEX "IDX_71b3571d2b8c9921649cb17e93" ON "caseload_covers" ("covered_by");

CREATE TABLE "supervisions" (
  "study_id" text COLLATE "C" NOT NULL,
  "supervisor_id" text COLLATE "C" NOT NULL,
  "staff_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "from_date" date NOT NULL,
  "to_date" date,
  "released_at" TIMESTAMP(3) WITH TIME ZONE,
  CONSTRAINT "PK_83f794871da8f9f07da08f5b0bd" PRIMARY KEY ("study_id", "supervisor_id", "staff_id")
);

CREATE INDEX "IDX_c8e7c9a4c156e8227ee2637781" ON "supervisions" ("stream");

CREATE INDEX "IDX_0af5a8e83ea71a5f225ad077ee" ON "supervisions" ("supervisor_id");

CREATE TABLE "rating_samples" (
  "study_id" text COLLATE "C" NOT NULL,
  "rater_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "sessions" text array NOT NULL,
  "assignments" text array NOT NULL,
  CONSTRAINT "PK_09e69a4ae48afa30cb5566ab8be" PRIMARY KEY ("study_id", "rater_id")
);

CREATE INDEX "IDX_abe7aa979f2e8874a2640e736b" ON "rating_samples" ("stream");

CREATE INDEX "IDX_54cc3c29d006e7638050bd5756" ON "rating_samples" ("rater_id");

CREATE TABLE "caseloads" (
  "participant_id" text COLLATE "C" NOT NULL,
  "therapist_id" text COLLATE "C" NOT NULL,
  "from_date" date NOT NULL,
  "until_date" date,
  "study_id" text COLLATE "C",
  CONSTRAINT "PK_0fe0c6b6cab63951e5ca848180f" PRIMARY KEY ("participant_id", "therapist_id", "from_date")
);

CREATE INDEX "IDX_62b4d4b375922a5f20f92740cf" ON "caseloads" ("therapist_id");

CREATE TABLE "linked_people" (
  "participant_id" text COLLATE "C" NOT NULL,
  "person_id" text COLLATE "C" NOT NULL,
  "relation" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  CONSTRAINT "PK_8e27ebf32cbf077802bc0ef2a6f" PRIMARY KEY ("participant_id", "person_id")
);

CREATE INDEX "IDX_46e7bd877df82fd12328d8a4c8" ON "linked_people" ("person_id");

CREATE TABLE "shared_work" (
  "participant_id" text COLLATE "C" NOT NULL,
  "person_id" text COLLATE "C" NOT NULL,
  "assignment_id" text COLLATE "C" NOT NULL,
  "attempt_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  CONSTRAINT "PK_337f7dd163228b5fb9b10c46aa4" PRIMARY KEY ("participant_id", "person_id", "assignment_id", "attempt_id")
);

CREATE INDEX "IDX_6c0a800d04d751028616936a8b" ON "shared_work" ("person_id");

CREATE TABLE "alerts" (
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "alert_id" text COLLATE "C" NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "grade" text COLLATE "C" NOT NULL,
  "rule_id" text COLLATE "C",
  "rule_version" integer,
  "measure_id" text COLLATE "C",
  "item" text COLLATE "C",
  "value" double precision,
  "answered_at" TIMESTAMP(3) WITH TIME ZONE,
  "late" boolean NOT NULL,
  "raised_by" text COLLATE "C",
  "about_category" text COLLATE "C",
  "about_record_id" text COLLATE "C",
  "concern" text,
  "raised_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recurrences" integer NOT NULL,
  "level" integer NOT NULL,
  "waiting_since" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "passed_to" text array COLLATE "C" NOT NULL,
  "told" boolean NOT NULL,
  "failed_tellings" integer NOT NULL,
  "last_told_at" TIMESTAMP(3) WITH TIME ZONE,
  "acknowledged_by" text COLLATE "C",
  "acknowledged_at" TIMESTAMP(3) WITH TIME ZONE,
  "assessment_asked" boolean NOT NULL,
  "risk" text COLLATE "C",
  "actions" text array COLLATE "C" NOT NULL,
  "assessed_at" TIMESTAMP(3) WITH TIME ZONE,
  "outcome" text COLLATE "C",
  "closing_note" text,
  "closed_by" text COLLATE "C",
  "closed_at" TIMESTAMP(3) WITH TIME ZONE,
  CONSTRAINT "PK_b58263d5bb1ef9464b2cf8da9e5" PRIMARY KEY ("alert_id")
);

CREATE INDEX "IDX_94886fb0ca4ddef7ba6789f28d" ON "alerts" ("stream");

CREATE INDEX "IDX_d3c3278e8bab2a8c0544b3e323" ON "alerts" ("study_id", "status", "raised_at");

CREATE INDEX "IDX_3bf7e66c299c4ecc3b88574647" ON "alerts" ("participant_id", "raised_at");

CREATE TABLE "reminders" (
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "reminder_id" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "assignment_id" text COLLATE "C",
  "occurrence" text COLLATE "C",
  "instrument_id" text COLLATE "C",
  "occasion" text COLLATE "C",
  "channel" text COLLATE "C" NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "planned_for" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "local_date" date NOT NULL,
  "policy_version" integer NOT NULL,
  "attempts" integer NOT NULL,
  "sending_at" TIMESTAMP(3) WITH TIME ZONE,
  "sent_at" TIMESTAMP(3) WITH TIME ZONE,
  "failure" text COLLATE "C",
  "permanent" boolean NOT NULL,
  "opened_at" TIMESTAMP(3) WITH TIME ZONE,
  "cancelled_because" text COLLATE "C",
  CONSTRAINT "PK_edf33a656cc185762e3ae9e6f34" PRIMARY KEY ("reminder_id")
);

CREATE INDEX "IDX_ecbdb24f29e78574ee9ea3187b" ON "reminders" ("stream");

CREATE INDEX "IDX_5105b2fd69682267fdcea85dd5" ON "reminders" ("study_id", "status", "planned_for");

CREATE INDEX "IDX_4a455de409d00c74945b38210e" ON "reminders" ("participant_id", "planned_for");

CREATE TABLE "reminder_wishes" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "stream" text COLLATE "C" NOT NULL,
  "channels" text array COLLATE "C",
  "times" text array COLLATE "C" NOT NULL,
  "quiet_from" text COLLATE "C",
  "quiet_to" text COLLATE "C",
  "paused_from" date,
  "paused_to" date,
  CONSTRAINT "PK_3179aa3218d86284d076608d18f" PRIMARY KEY ("participant_id")
);

CREATE INDEX "IDX_f5c27b6ead27fa8a5b91edead6" ON "reminder_wishes" ("stream");

CREATE INDEX "IDX_b7552fe698fee2f77b3e20fc71" ON "reminder_wishes" ("study_id");

CREATE TABLE "missed_runs" (
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "stream" text COLLATE "C" NOT NULL,
  "missed" integer NOT NULL,
  "since" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "through" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "noticed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "told" boolean NOT NULL,
  "failed_tellings" integer NOT NULL,
  "last_told_at" TIMESTAMP(3) WITH TIME ZONE,
  CONSTRAINT "PK_919d83481a9d67732f6f46f71a0" PRIMARY KEY ("participant_id")
);

CREATE INDEX "IDX_1206f3b6a9d5dae8af512f3106" ON "missed_runs" ("stream");

CREATE INDEX "IDX_b63b03142e8679c1396f615f50" ON "missed_runs" ("study_id", "told");

CREATE TABLE "watch_documents" (
  "study_id" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "version" integer NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "document" text NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "published_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_a32fb82429b48aba2b3ece888fa" PRIMARY KEY ("study_id", "kind", "version")
);

CREATE TABLE "safety_switches" (
  "study_id" text COLLATE "C" NOT NULL,
  "rule_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "version" integer,
  "replayed_to" bigint NOT NULL,
  "would_have_raised" integer NOT NULL,
  "switched_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_3ec64b2870e9a70168c9a6be16e" PRIMARY KEY ("study_id", "rule_id")
);

CREATE TABLE "safety_rules" (
  "study_id" text COLLATE "C" NOT NULL,
  "rule_id" text COLLATE "C" NOT NULL,
  "version" integer NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "rule" text NOT NULL,
  "published_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_de4d59a811bd87c1783e1794048" PRIMARY KEY ("study_id", "rule_id", "version")
);

CREATE TABLE "analysis_gates" (
  "study_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "plan_version" integer NOT NULL,
  "plan" text,
  "plan_published_at" TIMESTAMP(3) WITH TIME ZONE,
  "locked" boolean NOT NULL,
  CONSTRAINT "PK_88e372c0d012a79573c2c7931a9" PRIMARY KEY ("study_id")
);

CREATE TABLE "analysis_runs" (
  "analysis_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "analysis" text COLLATE "C" NOT NULL,
  "specification" text NOT NULL,
  "log_index" integer NOT NULL,
  "timing" text COLLATE "C" NOT NULL,
  "locked" boolean NOT NULL,
  "asked_by" text COLLATE "C" NOT NULL,
  "asked_as" text COLLATE "C" NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_7612d166775ee6394defd5924a7" PRIMARY KEY ("analysis_id")
);

CREATE INDEX "IDX_614e68ecdfc258503cbd5f6002" ON "analysis_runs" ("study_id", "recorded_at");
