ALTER TABLE "deliveries" ADD COLUMN "redraws_wanted" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "redraws_done" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "redraw_lease_until" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "deliveries_redraw" ON "deliveries" USING btree ("workspace_id","id") WHERE redraws_wanted <> redraws_done;