CREATE TABLE "reminder" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"section_id" uuid NOT NULL,
	"day" date NOT NULL,
	"asked_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "reminder_once" UNIQUE("user_id","section_id","day")
);
--> statement-breakpoint
CREATE TABLE "report_answer" (
	"report_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "report_answer_report_id_answer_id_pk" PRIMARY KEY("report_id","answer_id")
);
--> statement-breakpoint
ALTER TABLE "report_section" ADD COLUMN "owner_role" text;--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "wants_reminders" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_section_id_report_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."report_section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_asked_by_app_user_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_answer" ADD CONSTRAINT "report_answer_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_answer" ADD CONSTRAINT "report_answer_answer_id_report_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminder_unsent" ON "reminder" USING btree ("created_at") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "report_answer_in" ON "report_answer" USING btree ("answer_id");--> statement-breakpoint
ALTER TABLE "report_section" ADD CONSTRAINT "report_section_one_owner" CHECK ("report_section"."owner_id" is null or "report_section"."owner_role" is null);