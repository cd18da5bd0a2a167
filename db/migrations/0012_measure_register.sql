CREATE TABLE "measure_entry" (
	"unit_id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"lineage_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed" boolean NOT NULL,
	"continued" boolean DEFAULT false NOT NULL,
	"closed" boolean NOT NULL,
	"due" text COLLATE "C",
	"status" text,
	"role" text,
	"words" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "measure_entry" ADD CONSTRAINT "measure_entry_unit_id_report_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."report_unit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_entry" ADD CONSTRAINT "measure_entry_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "measure_entry_register" ON "measure_entry" USING btree ("closed","due","created_at","unit_id") WHERE not removed and not continued;--> statement-breakpoint
CREATE INDEX "measure_entry_lineage" ON "measure_entry" USING btree ("lineage_id");--> statement-breakpoint
-- Of several that continue each other, the latest that has not been taken out stands for them all.
CREATE FUNCTION "settle_measure_lineage"(lineage uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	-- One at a time: the statement below then sees what all others have made of it.
	PERFORM FROM measure_entry WHERE unit_id = lineage FOR UPDATE;
	UPDATE measure_entry AS entry SET continued = found.continued
	FROM (
		SELECT unit_id, EXISTS (
			SELECT FROM measure_entry AS later
			WHERE later.lineage_id = lineage AND NOT later.removed
				AND (later.created_at, later.unit_id) > (earlier.created_at, earlier.unit_id)
		) AS continued
		FROM measure_entry AS earlier WHERE earlier.lineage_id = lineage
	) AS found
	WHERE entry.unit_id = found.unit_id AND entry.continued <> found.continued;
END
$$;--> statement-breakpoint
CREATE FUNCTION "enter_measure"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO measure_entry (unit_id, report_id, lineage_id, created_at, removed, closed, due, status, role, words)
	VALUES (
		NEW.id, NEW.report_id, NEW.lineage_id, NEW.created_at, NEW.removed_at IS NOT NULL,
		coalesce(NEW."values" ->> 'status' IN ('klar', 'avbruten'), false),
		NEW."values" ->> 'klart', NEW."values" ->> 'status', NEW."values" ->> 'ansvarig',
		lower(concat_ws(' ', NEW."values" ->> 'atgard', NEW."values" ->> 'ansvarig'))
	)
	ON CONFLICT (unit_id) DO UPDATE SET
		lineage_id = excluded.lineage_id, removed = excluded.removed, closed = excluded.closed, due = excluded.due, status = excluded.status,
		role = excluded.role, words = excluded.words;
	IF TG_OP = 'INSERT' THEN
		IF NEW.lineage_id <> NEW.id THEN PERFORM settle_measure_lineage(NEW.lineage_id); END IF;
	ELSE
		IF OLD.lineage_id <> NEW.lineage_id THEN PERFORM settle_measure_lineage(OLD.lineage_id); END IF;
		IF OLD.lineage_id <> NEW.lineage_id OR (NEW.removed_at IS NULL) <> (OLD.removed_at IS NULL) THEN
			PERFORM settle_measure_lineage(NEW.lineage_id);
		END IF;
	END IF;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "report_unit_measure_entered" AFTER INSERT OR UPDATE OF "values", "removed_at", "lineage_id" ON "report_unit"
	FOR EACH ROW WHEN (NEW.measure) EXECUTE FUNCTION "enter_measure"();--> statement-breakpoint
-- What was entered before there was a register.
INSERT INTO measure_entry (unit_id, report_id, lineage_id, created_at, removed, continued, closed, due, status, role, words)
SELECT id, report_id, lineage_id, created_at, removed_at IS NOT NULL,
	EXISTS (
		SELECT FROM report_unit AS later
		WHERE later.lineage_id = unit.lineage_id AND later.measure AND later.removed_at IS NULL
			AND (later.created_at, later.id) > (unit.created_at, unit.id)
	),
	coalesce("values" ->> 'status' IN ('klar', 'avbruten'), false),
	"values" ->> 'klart', "values" ->> 'status', "values" ->> 'ansvarig',
	lower(concat_ws(' ', "values" ->> 'atgard', "values" ->> 'ansvarig'))
FROM report_unit AS unit WHERE measure;
