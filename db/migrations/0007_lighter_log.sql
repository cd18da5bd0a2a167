ALTER TABLE "report_update" DROP CONSTRAINT "report_update_user_id_app_user_id_fk";
--> statement-breakpoint
ALTER TABLE "report_update" DROP CONSTRAINT "report_update_pkey";--> statement-breakpoint
ALTER TABLE "report_update" ADD CONSTRAINT "report_update_report_id_seq_pk" PRIMARY KEY("report_id","seq");--> statement-breakpoint
DROP INDEX "report_update_of_report";
