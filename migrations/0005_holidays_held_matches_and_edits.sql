CREATE TABLE "announced_cracks" (
	"workspace_id" bigint NOT NULL,
	"sweep_on" date NOT NULL,
	"prospect_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"announced_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "announced_cracks_workspace_id_sweep_on_prospect_id_pk" PRIMARY KEY("workspace_id","sweep_on","prospect_id")
);
--> statement-breakpoint
CREATE TABLE "held_matches" (
	"workspace_id" bigint NOT NULL,
	"prospect_id" uuid NOT NULL,
	"stopped_prospect_id" uuid NOT NULL,
	"held_at" timestamp (3) with time zone NOT NULL,
	"verdict" text,
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "held_matches_workspace_id_prospect_id_stopped_prospect_id_pk" PRIMARY KEY("workspace_id","prospect_id","stopped_prospect_id"),
	CONSTRAINT "held_matches_settled" CHECK (num_nonnulls("held_matches"."verdict", "held_matches"."settled_by", "held_matches"."settled_at") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "history" ADD COLUMN "touch_before" jsonb;--> statement-breakpoint
ALTER TABLE "history" ADD COLUMN "touch_after" jsonb;--> statement-breakpoint
ALTER TABLE "history" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "prospects" ADD COLUMN "crack_note" text;--> statement-breakpoint
ALTER TABLE "reps" ADD COLUMN "zone_chosen" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reps" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "reps" ADD COLUMN "reminds_promises" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "reps" ADD COLUMN "tells_when_clear" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "holidays_country" text;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "holidays_region" text;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "totals_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "touches" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "announced_cracks" ADD CONSTRAINT "announced_cracks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announced_cracks" ADD CONSTRAINT "announced_cracks_workspace_id_prospect_id_prospects_workspace_id_id_fk" FOREIGN KEY ("workspace_id","prospect_id") REFERENCES "public"."prospects"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announced_cracks" ADD CONSTRAINT "announced_cracks_workspace_id_owner_id_reps_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."reps"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_matches" ADD CONSTRAINT "held_matches_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_matches" ADD CONSTRAINT "held_matches_workspace_id_prospect_id_prospects_workspace_id_id_fk" FOREIGN KEY ("workspace_id","prospect_id") REFERENCES "public"."prospects"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_matches" ADD CONSTRAINT "held_matches_workspace_id_stopped_prospect_id_prospects_workspace_id_id_fk" FOREIGN KEY ("workspace_id","stopped_prospect_id") REFERENCES "public"."prospects"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_matches" ADD CONSTRAINT "held_matches_workspace_id_settled_by_reps_workspace_id_id_fk" FOREIGN KEY ("workspace_id","settled_by") REFERENCES "public"."reps"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_matches_waiting" ON "held_matches" USING btree ("workspace_id","prospect_id") WHERE verdict is null;--> statement-breakpoint
CREATE INDEX "history_batch" ON "history" USING btree ("workspace_id","batch_id") WHERE batch_id is not null;