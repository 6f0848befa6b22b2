ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_kind";--> statement-breakpoint
ALTER TABLE "schedules" DROP CONSTRAINT "schedules_kind";--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_kind" CHECK (kind in ('digest', 'team_post', 'manager_sweep', 'friday_summary', 'monthly_lessons', 'promise_reminder', 'notice'));--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_kind" CHECK (kind in ('digest', 'team_post', 'manager_sweep', 'friday_summary', 'monthly_lessons'));