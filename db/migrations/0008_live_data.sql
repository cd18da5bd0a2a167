CREATE TABLE "api_answer" (
	"token_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_sha256" text NOT NULL,
	"status" integer NOT NULL,
	"body" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_answer_token_id_key_pk" PRIMARY KEY("token_id","key")
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_token_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "webhook" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhook_delivery_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"webhook_id" uuid NOT NULL,
	"body" jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone DEFAULT now(),
	"delivered_at" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_refresh" (
	"organisation_id" uuid NOT NULL,
	"source" text NOT NULL,
	"settings" jsonb NOT NULL,
	"changed_by" uuid NOT NULL,
	"next_at" timestamp with time zone,
	"last_at" timestamp with time zone,
	"last_success_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "data_refresh_organisation_id_source_pk" PRIMARY KEY("organisation_id","source")
);
--> statement-breakpoint
CREATE TABLE "data_source" (
	"organisation_id" uuid NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"layout" jsonb NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "data_source_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "figure_use" (
	"report_id" uuid NOT NULL,
	"section_id" uuid NOT NULL,
	"indicator_id" text NOT NULL,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"gender" text NOT NULL,
	"frozen_observation" bigint,
	"frozen_value" numeric,
	CONSTRAINT "figure_use_section_id_indicator_id_kind_period_gender_pk" PRIMARY KEY("section_id","indicator_id","kind","period","gender")
);
--> statement-breakpoint
CREATE TABLE "section_review" (
	"section_id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"seen" jsonb NOT NULL,
	"reviewed_by" uuid NOT NULL,
	"reviewed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "data_import" ALTER COLUMN "file_name" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "data_import" ALTER COLUMN "file" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "data_import" ADD COLUMN "method" text DEFAULT 'file' NOT NULL;--> statement-breakpoint
ALTER TABLE "data_import" ADD COLUMN "query" text;--> statement-breakpoint
ALTER TABLE "data_import" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "data_import" ADD COLUMN "undoes" uuid;--> statement-breakpoint
ALTER TABLE "import_draft" ADD COLUMN "method" text DEFAULT 'file' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_draft" ADD COLUMN "layout" jsonb;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "definition" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "unit_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "by_gender" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "owner_role" text;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "rhythm" text DEFAULT 'year' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "small_number" integer;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "does_not_sum" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "breaks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "observation" ADD COLUMN "status" text DEFAULT 'final' NOT NULL;--> statement-breakpoint
ALTER TABLE "observation" ADD COLUMN "goal" text;--> statement-breakpoint
ALTER TABLE "observation" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "observation" ADD COLUMN "restored_by" uuid;--> statement-breakpoint
ALTER TABLE "api_answer" ADD CONSTRAINT "api_answer_token_id_api_token_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."api_token"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_webhook_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhook"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_refresh" ADD CONSTRAINT "data_refresh_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_refresh" ADD CONSTRAINT "data_refresh_changed_by_app_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_source" ADD CONSTRAINT "data_source_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_source" ADD CONSTRAINT "data_source_changed_by_app_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_use" ADD CONSTRAINT "figure_use_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_use" ADD CONSTRAINT "figure_use_section_id_report_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."report_section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_review" ADD CONSTRAINT "section_review_section_id_report_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."report_section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_review" ADD CONSTRAINT "section_review_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_review" ADD CONSTRAINT "section_review_reviewed_by_app_user_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_delivery_due" ON "webhook_delivery" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "figure_use_of_indicator" ON "figure_use" USING btree ("indicator_id","period");--> statement-breakpoint
CREATE INDEX "figure_use_of_report" ON "figure_use" USING btree ("report_id");--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_restored_by_data_import_id_fk" FOREIGN KEY ("restored_by") REFERENCES "public"."data_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "data_import_undone_once" ON "data_import" USING btree ("undoes");--> statement-breakpoint
CREATE INDEX "observation_of_import" ON "observation" USING btree ("import_id");--> statement-breakpoint
UPDATE "observation" SET "status" = 'missing' WHERE "value" IS NULL;
