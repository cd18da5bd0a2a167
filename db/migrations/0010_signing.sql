CREATE TABLE "dispatch" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"round_id" uuid,
	"audience" text NOT NULL,
	"sha256" text,
	"recipients" jsonb NOT NULL,
	"sent_on" date NOT NULL,
	"note" text,
	"by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signed_file" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signed_file_revision" UNIQUE("round_id","revision")
);
--> statement-breakpoint
CREATE TABLE "signer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"capacity" text NOT NULL,
	"field" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"decided_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "signer_position" UNIQUE("round_id","position"),
	CONSTRAINT "signer_once" UNIQUE("round_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "signing_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "signing_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"round_id" uuid,
	"signer_id" uuid,
	"kind" text NOT NULL,
	"user_id" uuid,
	"ip" text,
	"authentication" jsonb,
	"hash_before" text,
	"hash_after" text,
	"signature" jsonb,
	"reason" text,
	"error_code" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_round" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"order" text NOT NULL,
	"level" text NOT NULL,
	"code" text NOT NULL,
	"expected" integer NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"message" text,
	"deadline" date,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "signing_round_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "word_import" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"parts" jsonb NOT NULL,
	"not_understood" jsonb NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "frozen_report" DROP CONSTRAINT "frozen_report_pkey";--> statement-breakpoint
ALTER TABLE "frozen_report" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "frozen_report" ADD CONSTRAINT "frozen_report_report_id_version_pk" PRIMARY KEY("report_id","version");--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "document_profile" jsonb;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "dispatch" ADD CONSTRAINT "dispatch_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatch" ADD CONSTRAINT "dispatch_round_id_signing_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."signing_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatch" ADD CONSTRAINT "dispatch_by_app_user_id_fk" FOREIGN KEY ("by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_file" ADD CONSTRAINT "signed_file_round_id_signing_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."signing_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signer" ADD CONSTRAINT "signer_round_id_signing_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."signing_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signer" ADD CONSTRAINT "signer_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_event" ADD CONSTRAINT "signing_event_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_event" ADD CONSTRAINT "signing_event_round_id_signing_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."signing_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_event" ADD CONSTRAINT "signing_event_signer_id_signer_id_fk" FOREIGN KEY ("signer_id") REFERENCES "public"."signer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_event" ADD CONSTRAINT "signing_event_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_round" ADD CONSTRAINT "signing_round_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_round" ADD CONSTRAINT "signing_round_started_by_app_user_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_round" ADD CONSTRAINT "signing_round_frozen" FOREIGN KEY ("report_id","version") REFERENCES "public"."frozen_report"("report_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_import" ADD CONSTRAINT "word_import_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_import" ADD CONSTRAINT "word_import_uploaded_by_app_user_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispatch_of_report" ON "dispatch" USING btree ("report_id","at");--> statement-breakpoint
CREATE INDEX "signed_file_sha256" ON "signed_file" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "signer_waiting" ON "signer" USING btree ("user_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "signing_event_of_report" ON "signing_event" USING btree ("report_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "signing_round_one_open" ON "signing_round" USING btree ("report_id","version") WHERE state in ('open', 'signed');--> statement-breakpoint
CREATE INDEX "word_import_of_report" ON "word_import" USING btree ("report_id");--> statement-breakpoint
-- What was locked, signed and sent is never changed, whoever asks.
CREATE FUNCTION "append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;--> statement-breakpoint
CREATE TRIGGER "frozen_report_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "frozen_report" EXECUTE FUNCTION "append_only"();--> statement-breakpoint
CREATE TRIGGER "signed_file_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "signed_file" EXECUTE FUNCTION "append_only"();--> statement-breakpoint
CREATE TRIGGER "signing_event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "signing_event" EXECUTE FUNCTION "append_only"();--> statement-breakpoint
CREATE TRIGGER "dispatch_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "dispatch" EXECUTE FUNCTION "append_only"();
