import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { dataImport } from '#db/schema/data-import.ts'
import { appUser } from '#db/schema/user.ts'
import type { Draft } from './draft.ts'
import type { ImportPreview } from './import-preview.ts'

/** The newest import of exactly this file that is not undone. */
export async function findSameFile(
  tx: Tx,
  organisationId: string,
  draft: Draft,
): Promise<ImportPreview['duplicateOfImport']> {
  const [found] = await tx
    .select({
      importId: dataImport.id,
      fileName: dataImport.fileName,
      importedAt: dataImport.importedAt,
      importedBy: appUser.name,
    })
    .from(dataImport)
    .innerJoin(appUser, eq(appUser.id, dataImport.importedBy))
    .where(
      and(
        eq(dataImport.organisationId, organisationId),
        eq(dataImport.source, draft.source),
        eq(dataImport.fileSha256, draft.sha256),
        sql`not exists (select from data_import as undo where undo.undoes = ${dataImport.id})`,
      ),
    )
    .orderBy(desc(dataImport.importedAt))
    .limit(1)
  return found ? { ...found, importedAt: found.importedAt.toISOString() } : null
}
