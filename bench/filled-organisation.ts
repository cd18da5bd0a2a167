import { connect, type DatabaseClient, migrateDatabase } from '#db/client.ts'
import { loadActorByLogin } from '#server/auth/load-actor.ts'
import { loadDemo } from '#server/demo/load-demo.ts'
import type { Actor } from '#server/policies/actor.ts'
import { BenchDatabase } from './collab/database.ts'

export interface Filling {
  reports: number
  sectionsPerReport: number
  measuresPerReport: number
  /** Rows of tables that are no åtgärder, which the queries must pass by. */
  otherRowsPerReport: number
}

/** Reports of the demo's two boards, every kind of status and date among their sections and åtgärder. */
async function fill({ sql }: DatabaseClient, filling: Filling, mas: Actor): Promise<void> {
  const { reports, sectionsPerReport, measuresPerReport, otherRowsPerReport } = filling
  await sql`insert into report (organisation_id, board_id, template_key, template_version, title, year, deadline, created_by)
    select ${mas.organisationId}, (array(select id from board order by name))[1 + n % 2],
      (array['patientsakerhetsberattelse', 'revisionssvar', 'internkontrollplan'])[1 + n % 3], 1,
      'Rapport ' || n, 2025, case when n % 5 > 0 then date '2026-01-01' + n % 365 end, ${mas.id}
    from generate_series(1, ${reports}) n`
  await sql`insert into report_section (report_id, template_section, position, level, heading, required, law_references,
      guidance, status, owner_id, deadline)
    select r.id, 'avsnitt-' || n, n, 1, 'Avsnitt ' || n, 'yes', '[]', '',
      (array['empty', 'draft', 'done', 'reviewed'])[1 + n % 4], case when n % 3 = 0 then ${mas.id}::uuid end,
      case when n % 2 = 0 then r.deadline - 14 end
    from report r, generate_series(0, ${sectionsPerReport - 1}) n`
  await sql`insert into report_unit (id, report_id, section_id, kind, shape, measure, lineage_id, position, created_by, "values")
    select id, report_id, section_id, 'planerad-atgard', 'row', true, id, n, ${mas.id}::uuid, jsonb_build_object(
        'atgard', 'Åtgärd ' || n || ': genomgång av rutinen för ' || (array['läkemedel', 'fallskador', 'loggar'])[1 + n % 3]
          || ', med återkoppling till enheten och uppföljning efter ett halvår',
        'ansvarig', 'Enhetschef ' || n % 41,
        'klart', (date '2026-01-01' + (n * 7 % 700))::text,
        'status', (array['ej-paborjad', 'pagaende', 'klar', 'avbruten'])[1 + n % 4])
    from (select gen_random_uuid() id, s.report_id, s.id section_id, n
      from report_section s, generate_series(1, ${measuresPerReport}) n where s.position = 0) made`
  await sql`insert into report_unit (id, report_id, section_id, kind, shape, measure, lineage_id, position, created_by, "values")
    select id, report_id, section_id, 'rad', 'row', false, id, n, ${mas.id}::uuid, '{"indikator": "Fall", "utfall": "47.1"}'
    from (select gen_random_uuid() id, s.report_id, s.id section_id, n
      from report_section s, generate_series(1, ${otherRowsPerReport}) n where s.position = 0) made`
  await sql`analyze`
  // Every third report goes on with what one before it had.
  await sql`update report set made_from = before.id
    from (select id, lag(id) over (order by title) before, row_number() over (order by title) place from report) ordered
    join report before on before.id = ordered.before
    where report.id = ordered.id and ordered.place % 3 = 0`
  await sql`update report_unit later set lineage_id = earlier.lineage_id, created_at = later.created_at + interval '1 year'
    from report made, report_unit earlier
    where later.report_id = made.id and made.made_from = earlier.report_id and later.measure and earlier.measure
      and later.position = earlier.position`
  await sql`vacuum analyze`
}

export interface FilledOrganisation {
  client: DatabaseClient
  /** With a role on one board alone, and one on both. */
  mas: Actor
  revisor: Actor
  stop(): Promise<void>
}

/** A PostgreSQL of its own with the demo organisation and so much in it. */
export async function filledOrganisation(filling: Filling): Promise<FilledOrganisation> {
  const database = await BenchDatabase.start()
  const client = connect(database.urlOf(await database.create('empty')))
  await migrateDatabase(client)
  await loadDemo(client.db)
  const mas = await loadActorByLogin(client.db, 'mas')
  const revisor = await loadActorByLogin(client.db, 'revisor')
  if (!mas || !revisor) throw new Error('the demo is not loaded')
  await fill(client, filling, mas)
  return {
    client,
    mas,
    revisor,
    async stop() {
      await client.close()
      await database.delete()
    },
  }
}
