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

CREATE TABLE "participants" (
  "participant_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
  "code" text COLLATE "C" NOT NULL,
  "time_zone" text COLLATE "C" NOT NULL,
  "protocol_version" integer NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "enrolled_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "enrolled_date" date NOT NULL,
  "ended_at" TIMESTAMP(3) WITH TIME ZONE,
  "ended_date" date,
  "ended_from" text COLLATE "C",
  "end_reason" text COLLATE "C",
  "end_note" text,
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
  "difficulty" integer,
  "goal" text,
  "rationale" text,
  "instructions" text,
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
  "assigned_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "assigned_date" date NOT NULL,
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
  "difficulty" integer,
  "goal" text,
  "rationale" text,
  "instructions" text,
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

CREATE TABLE "attempts" (
  "assignment_id" text COLLATE "C" NOT NULL,
  "attempt_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "version" integer NOT NULL,
  "performer" text COLLATE "C",
  "informant" text COLLATE "C",
  "state" text COLLATE "C" NOT NULL,
  "outcome" text COLLATE "C",
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
  "source" text COLLATE "C" NOT NULL,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_e4d4449d47216df285e75c3db4b" PRIMARY KEY ("assignment_id", "attempt_id")
);

CREATE INDEX "IDX_a62b926ecc5b14c3fef961e492" ON "attempts" ("stream");

CREATE INDEX "IDX_a2072093b692cbb11835a31c77" ON "attempts" ("study_id", "occurred_at");

CREATE INDEX "IDX_1bc5608eec93b91b4f33bf3d18" ON "attempts" ("participant_id", "occurred_at");

CREATE TABLE "sessions" (
  "session_id" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
  "session_number" integer NOT NULL,
  "attended" boolean NOT NULL,
  "missed_reason" text COLLATE "C",
  "modality" text COLLATE "C",
  "phase" text COLLATE "C",
  "deliverers" text array NOT NULL,
  "minutes" double precision,
  "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  "local_date" date NOT NULL,
  "homework_reviewed" text COLLATE "C",
  "homework_assigned" text COLLATE "C",
  "homework_why_not" text COLLATE "C",
  "homework_minutes" double precision,
  "homework_note" text,
  "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT "PK_9f5dc295d3942bca2359bd163b6" PRIMARY KEY ("session_id", "participant_id")
);

CREATE INDEX "IDX_0b56799575478e35b6e309abf2" ON "sessions" ("stream");

CREATE INDEX "IDX_110ad22f59b2f5f5c29d9b65c3" ON "sessions" ("study_id", "occurred_at");

CREATE INDEX "IDX_25e973d72120a85e59ae182157" ON "sessions" ("participant_id", "session_number");

CREATE TABLE "ratings" (
  "rating_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
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
  "measure_id" text COLLATE "C" NOT NULL,
  "stream" text COLLATE "C" NOT NULL,
  "participant_id" text COLLATE "C" NOT NULL,
  "study_id" text COLLATE "C",
  "site_id" text COLLATE "C",
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
  "definition_id" text COLLATE "C" NOT NULL,
  "definition_version" integer NOT NULL,
  "study_id" text COLLATE "C" NOT NULL,
  "site_id" text COLLATE "C",
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
