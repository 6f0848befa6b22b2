CREATE TABLE "absences" (
	"workspace_id" bigint NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"rep_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "absences_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "absences_order" CHECK ("absences"."from_on" <= "absences"."to_on")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"workspace_id" bigint NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"subject_key" text NOT NULL,
	"occurrence_key" text NOT NULL,
	"zone" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"claim_token" uuid,
	"claimed_by" text,
	"lease_until" timestamp (3) with time zone,
	"send_started_at" timestamp (3) with time zone,
	"negative_looks" smallint DEFAULT 0 NOT NULL,
	"last_look_at" timestamp (3) with time zone,
	"slack_channel_id" text,
	"slack_ts" text,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"redraws_wanted" integer DEFAULT 0 NOT NULL,
	"redraws_done" integer DEFAULT 0 NOT NULL,
	"redraw_lease_until" timestamp (3) with time zone,
	CONSTRAINT "deliveries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "deliveries_occurrence" UNIQUE("workspace_id","kind","subject_key","occurrence_key"),
	CONSTRAINT "deliveries_kind" CHECK (kind in ('digest', 'team_post', 'manager_sweep', 'friday_summary', 'promise_reminder', 'notice')),
	CONSTRAINT "deliveries_state" CHECK (state in ('pending', 'claimed', 'sending', 'uncertain', 'sent', 'skipped', 'expired', 'dead', 'unconfirmed')),
	CONSTRAINT "deliveries_claimed_has_token" CHECK (("deliveries"."state" in ('claimed', 'sending')) = ("deliveries"."claim_token" is not null)),
	CONSTRAINT "deliveries_sent_has_ts" CHECK ("deliveries"."state" <> 'sent' or "deliveries"."slack_ts" is not null),
	CONSTRAINT "deliveries_end_has_reason" CHECK ("deliveries"."state" not in ('skipped', 'expired', 'dead', 'unconfirmed') or "deliveries"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "delivery_items" (
	"workspace_id" bigint NOT NULL,
	"delivery_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"prospect_id" uuid NOT NULL,
	"section" text NOT NULL,
	"drawn_on" date NOT NULL,
	"drawn_version" integer NOT NULL,
	"result" jsonb,
	"result_at" timestamp (3) with time zone,
	CONSTRAINT "delivery_items_workspace_id_delivery_id_position_pk" PRIMARY KEY("workspace_id","delivery_id","position"),
	CONSTRAINT "delivery_items_prospect" UNIQUE("workspace_id","delivery_id","prospect_id")
);
--> statement-breakpoint
CREATE TABLE "history" (
	"workspace_id" bigint NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"prospect_id" uuid NOT NULL,
	"rep_id" uuid,
	"touch_id" uuid,
	"verb" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"version" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "history_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "history_version" UNIQUE("workspace_id","prospect_id","version")
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"workspace_id" bigint NOT NULL,
	"team_id" uuid NOT NULL,
	"on" date NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "holidays_workspace_id_team_id_on_pk" PRIMARY KEY("workspace_id","team_id","on")
);
--> statement-breakpoint
CREATE TABLE "installations" (
	"workspace_id" bigint PRIMARY KEY NOT NULL,
	"encrypted" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"installed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "prospects" (
	"workspace_id" bigint NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" uuid,
	"name" text,
	"company" text,
	"email" text,
	"phone" text,
	"external_id" text,
	"name_key" text,
	"company_key" text,
	"email_key" text,
	"phone_key" text,
	"interest" text,
	"stopped_channels" text[] DEFAULT '{}' NOT NULL,
	"status" text NOT NULL,
	"closed_reason" text,
	"next_on" date,
	"next_at" timestamp (3) with time zone,
	"next_action" text,
	"next_step" text,
	"next_channel" text,
	"next_rule" jsonb,
	"promised" boolean DEFAULT false NOT NULL,
	"in_line" boolean DEFAULT false NOT NULL,
	"line_position" integer,
	"snoozes" smallint DEFAULT 0 NOT NULL,
	"revisit_on" date,
	"imported_contacts" integer DEFAULT 0 NOT NULL,
	"imported_last_contact_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "prospects_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "prospects_external_id" UNIQUE("workspace_id","external_id"),
	CONSTRAINT "prospects_status" CHECK (status in ('open', 'won', 'lost', 'stopped', 'not_a_prospect')),
	CONSTRAINT "prospects_open_has_next_step_and_owner" CHECK (("prospects"."status" = 'open') = ("prospects"."next_on" is not null and "prospects"."next_action" is not null and "prospects"."next_rule" is not null and "prospects"."owner_id" is not null)
        and ("prospects"."status" = 'open' or ("prospects"."next_on" is null and "prospects"."next_at" is null and "prospects"."next_step" is null and not "prospects"."promised" and not "prospects"."in_line"))),
	CONSTRAINT "prospects_revisit_when_closed" CHECK ("prospects"."revisit_on" is null or "prospects"."status" in ('won', 'lost')),
	CONSTRAINT "prospects_label" CHECK (num_nonnulls("prospects"."name", "prospects"."company", "prospects"."external_id") > 0)
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"workspace_id" bigint NOT NULL,
	"key" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"answer" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "receipts_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "reps" (
	"workspace_id" bigint NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid NOT NULL,
	"slack_user_id" text NOT NULL,
	"slack_dm_id" text,
	"name" text NOT NULL,
	"email" text,
	"zone" text NOT NULL,
	"digest_time" time(0) DEFAULT '08:30' NOT NULL,
	"weekdays" smallint DEFAULT 31 NOT NULL,
	"pace" smallint DEFAULT 15 NOT NULL,
	"is_manager" boolean DEFAULT false NOT NULL,
	"hidden_on_board" boolean DEFAULT false NOT NULL,
	"deactivated_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reps_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "reps_slack_user" UNIQUE("workspace_id","slack_user_id"),
	CONSTRAINT "reps_pace" CHECK ("reps"."pace" between 5 and 60),
	CONSTRAINT "reps_weekdays" CHECK ("reps"."weekdays" between 1 and 127)
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"workspace_id" bigint NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"subject_key" text NOT NULL,
	"zone" text NOT NULL,
	"local_time" time(0) NOT NULL,
	"weekdays" smallint NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"next_local_date" date NOT NULL,
	"next_due_at" timestamp (3) with time zone NOT NULL,
	"tzdb" text NOT NULL,
	CONSTRAINT "schedules_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "schedules_subject" UNIQUE("workspace_id","kind","subject_key"),
	CONSTRAINT "schedules_kind" CHECK (kind in ('digest', 'team_post', 'manager_sweep', 'friday_summary'))
);
--> statement-breakpoint
CREATE TABLE "send_state" (
	"workspace_id" bigint PRIMARY KEY NOT NULL,
	"blocked_until" timestamp (3) with time zone NOT NULL,
	"breaker" text DEFAULT 'closed' NOT NULL,
	"breaker_until" timestamp (3) with time zone,
	"unclear_in_a_row" integer DEFAULT 0 NOT NULL,
	"history_next_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"workspace_id" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"prospect_id" uuid NOT NULL,
	"rep_id" uuid NOT NULL,
	"on" date NOT NULL,
	CONSTRAINT "suppressions_workspace_id_hash_pk" PRIMARY KEY("workspace_id","hash")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"workspace_id" bigint NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"slack_channel_id" text,
	"zone" text NOT NULL,
	"post_time" time(0) DEFAULT '09:15' NOT NULL,
	"weekdays" smallint DEFAULT 31 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "teams_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "teams_weekdays" CHECK ("teams"."weekdays" between 1 and 127)
);
--> statement-breakpoint
CREATE TABLE "touches" (
	"workspace_id" bigint NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"prospect_id" uuid NOT NULL,
	"rep_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"outcome" text NOT NULL,
	"touched_on" date NOT NULL,
	"touched_at" timestamp (3) with time zone,
	"note" text,
	"points" text,
	"no_reason" text,
	"lesson" text,
	"answered_on" date,
	"answered_promise" boolean DEFAULT false NOT NULL,
	"promise_kept" boolean,
	"scores" boolean NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "touches_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "touches_outcome" CHECK (outcome in ('no_answer', 'sent', 'spoke', 'they_got_in_touch', 'missed_appointment', 'not_now', 'wrong_contact', 'yes', 'no', 'stop'))
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "workspaces_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slack_team_id" text NOT NULL,
	"slack_enterprise_id" text,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"paused_until" timestamp (3) with time zone,
	"cadence" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"hash_key" "bytea" NOT NULL,
	"installed_at" timestamp (3) with time zone NOT NULL,
	"active_from" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "workspaces_slack" UNIQUE NULLS NOT DISTINCT("slack_enterprise_id","slack_team_id"),
	CONSTRAINT "workspaces_state" CHECK (state in ('active', 'token_invalid', 'uninstalled'))
);
--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_workspace_id_rep_id_reps_workspace_id_id_fk" FOREIGN KEY ("workspace_id","rep_id") REFERENCES "public"."reps"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_items" ADD CONSTRAINT "delivery_items_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_items" ADD CONSTRAINT "delivery_items_workspace_id_delivery_id_deliveries_workspace_id_id_fk" FOREIGN KEY ("workspace_id","delivery_id") REFERENCES "public"."deliveries"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_items" ADD CONSTRAINT "delivery_items_workspace_id_prospect_id_prospects_workspace_id_id_fk" FOREIGN KEY ("workspace_id","prospect_id") REFERENCES "public"."prospects"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_workspace_id_prospect_id_prospects_workspace_id_id_fk" FOREIGN KEY ("workspace_id","prospect_id") REFERENCES "public"."prospects"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holidays" ADD CONSTRAINT "holidays_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holidays" ADD CONSTRAINT "holidays_workspace_id_team_id_teams_workspace_id_id_fk" FOREIGN KEY ("workspace_id","team_id") REFERENCES "public"."teams"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installations" ADD CONSTRAINT "installations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prospects" ADD CONSTRAINT "prospects_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prospects" ADD CONSTRAINT "prospects_workspace_id_owner_id_reps_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."reps"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reps" ADD CONSTRAINT "reps_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reps" ADD CONSTRAINT "reps_workspace_id_team_id_teams_workspace_id_id_fk" FOREIGN KEY ("workspace_id","team_id") REFERENCES "public"."teams"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "send_state" ADD CONSTRAINT "send_state_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_workspace_id_prospect_id_prospects_workspace_id_id_fk" FOREIGN KEY ("workspace_id","prospect_id") REFERENCES "public"."prospects"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_workspace_id_prospect_id_prospects_workspace_id_id_fk" FOREIGN KEY ("workspace_id","prospect_id") REFERENCES "public"."prospects"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_workspace_id_rep_id_reps_workspace_id_id_fk" FOREIGN KEY ("workspace_id","rep_id") REFERENCES "public"."reps"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_rep" ON "absences" USING btree ("workspace_id","rep_id","to_on");--> statement-breakpoint
CREATE INDEX "deliveries_pending" ON "deliveries" USING btree ("workspace_id","next_attempt_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_uncertain" ON "deliveries" USING btree ("next_attempt_at") WHERE state = 'uncertain';--> statement-breakpoint
CREATE INDEX "deliveries_lease" ON "deliveries" USING btree ("lease_until") WHERE state in ('claimed', 'sending');--> statement-breakpoint
CREATE INDEX "deliveries_redraw" ON "deliveries" USING btree ("workspace_id","id") WHERE redraws_wanted <> redraws_done;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_message" ON "deliveries" USING btree ("workspace_id","slack_channel_id","slack_ts") WHERE slack_ts is not null;--> statement-breakpoint
CREATE INDEX "delivery_items_of_prospect" ON "delivery_items" USING btree ("workspace_id","prospect_id");--> statement-breakpoint
CREATE INDEX "prospects_due" ON "prospects" USING btree ("workspace_id","owner_id","next_on") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "prospects_revisit" ON "prospects" USING btree ("workspace_id","owner_id","revisit_on") WHERE revisit_on is not null;--> statement-breakpoint
CREATE INDEX "prospects_email" ON "prospects" USING btree ("workspace_id","email_key");--> statement-breakpoint
CREATE INDEX "prospects_phone" ON "prospects" USING btree ("workspace_id","phone_key");--> statement-breakpoint
CREATE INDEX "prospects_name" ON "prospects" USING btree ("workspace_id","name_key","company_key");--> statement-breakpoint
CREATE INDEX "receipts_at" ON "receipts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "schedules_due" ON "schedules" USING btree ("next_due_at") WHERE enabled;--> statement-breakpoint
CREATE INDEX "touches_prospect" ON "touches" USING btree ("workspace_id","prospect_id","touched_on");--> statement-breakpoint
CREATE INDEX "touches_week" ON "touches" USING btree ("workspace_id","touched_on");