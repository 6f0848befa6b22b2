ALTER TABLE "reps" ADD COLUMN "home_place" jsonb;--> statement-breakpoint
CREATE INDEX "touches_of_rep" ON "touches" USING btree ("workspace_id","rep_id","touched_on");