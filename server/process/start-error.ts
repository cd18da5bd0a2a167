import {
  DataDirInUseError,
  DataDirUnwritableError,
  EmbeddedDatabaseError,
  UnsupportedPlatformError,
} from '#db/embedded.ts'
import { type Env, EnvError } from '../env.ts'
import { BuildError } from './build.ts'
import { PortInUseError } from './listen.ts'
import { DatabaseUnreachableError } from './open-database.ts'

/** One line that says what stands in the way and what to do about it; null for an error that nobody foresaw. */
export function startErrorText(error: unknown, env: Pick<Env, 'SAMSKRIFT_DATA'> | null): string | null {
  const folder = env?.SAMSKRIFT_DATA ?? '.data'
  if (error instanceof EnvError)
    return `Miljövariabeln ${error.variable} har ett värde som inte går att använda. Tabellen i README visar vad den kan vara.`
  if (error instanceof PortInUseError)
    return `Port ${error.port} används redan. Stäng det andra programmet eller välj en annan port, till exempel: PORT=${error.port + 1} npm start`
  if (error instanceof DatabaseUnreachableError)
    return `Databasen på ${error.address} svarar inte eller nekar inloggning. Kontrollera att den är igång och att DATABASE_URL stämmer.`
  if (error instanceof DataDirInUseError)
    return `Datamappen ${folder} används redan av en annan Samskrift. Stoppa den eller välj en annan mapp med SAMSKRIFT_DATA.`
  if (error instanceof DataDirUnwritableError)
    return `Det går inte att skriva i datamappen ${folder}. Ge användaren skrivrätt eller välj en annan mapp med SAMSKRIFT_DATA.`
  if (error instanceof UnsupportedPlatformError)
    return 'Den inbyggda databasen finns inte för den här datorn. Ange en egen PostgreSQL med DATABASE_URL.'
  if (error instanceof EmbeddedDatabaseError) return `Databasen kunde inte starta. ${error.message.split('\n')[0]}`
  if (error instanceof BuildError) return `Sidorna kunde inte byggas. Läs ${error.logFile}.`
  return null
}
