CREATE TABLE "report_unit" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"section_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"shape" text NOT NULL,
	"measure" boolean DEFAULT false NOT NULL,
	"lineage_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"value_changes" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "template_version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid,
	CONSTRAINT "template_version_once" UNIQUE NULLS NOT DISTINCT("organisation_id","key","version")
);
--> statement-breakpoint
ALTER TABLE "report_section" DROP CONSTRAINT "report_section_position";--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "values" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "value_changes" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "report_section" ADD COLUMN "unit_id" uuid;--> statement-breakpoint
ALTER TABLE "report_section" ADD COLUMN "has_text" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "report_section" ADD COLUMN "values" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "report_section" ADD COLUMN "value_changes" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "report_unit" ADD CONSTRAINT "report_unit_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_unit" ADD CONSTRAINT "report_unit_section_id_report_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."report_section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_unit" ADD CONSTRAINT "report_unit_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_unit" ADD CONSTRAINT "report_unit_removed_by_app_user_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_version" ADD CONSTRAINT "template_version_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_version" ADD CONSTRAINT "template_version_published_by_app_user_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_unit_of_report" ON "report_unit" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_unit_lineage" ON "report_unit" USING btree ("lineage_id");--> statement-breakpoint
CREATE INDEX "report_unit_measure" ON "report_unit" USING btree ("report_id") WHERE measure and removed_at is null;--> statement-breakpoint
ALTER TABLE "report_section" ADD CONSTRAINT "report_section_unit_id_report_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."report_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "report_section_position" ON "report_section" USING btree ("report_id","position") WHERE unit_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "report_section_part" ON "report_section" USING btree ("unit_id","position");