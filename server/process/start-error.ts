import {
  DataDirInUseError,
  DataDirUnwritableError,
  EmbeddedDatabaseError,
  UnsupportedPlatformError,
} from '#db/embedded.ts'
import { type Env, EnvError, type EnvFault } from '../env.ts'
import type { KeyFault } from '../signing/keys/key-fault.ts'
import { BuildError } from './build.ts'
import { PortInUseError } from './listen.ts'
import { DatabaseUnreachableError } from './open-database.ts'

const ENV_FAULTS: Record<EnvFault, (variable: string) => string> = {
  invalid: variable =>
    `Miljövariabeln ${variable} har ett värde som inte går att använda. Tabellen i README visar vad den kan vara.`,
  missing: variable =>
    `Miljövariabeln ${variable} saknas, och de andra inställningarna kräver den. Tabellen i README visar vad den kan vara.`,
  unreadable: variable =>
    `Filen som ${variable} anger går inte att läsa. Kontrollera sökvägen och att servern har rätt att läsa den.`,
  'no-certificate': variable =>
    `Filen som ${variable} anger innehåller inget certifikat i PEM-format. Välj en annan fil.`,
  'no-key': variable =>
    `Filen som ${variable} anger går inte att öppna: den är skadad, har ingen nyckel med certifikat, eller så är lösenordet fel.`,
}

const KEY_FAULTS: Record<KeyFault, string> = {
  'certificate-expired': 'Certifikatet för underskrifter har gått ut eller gäller inte än.',
  'key-unavailable': 'Nyckeln för underskrifter går inte att nå.',
  'key-refused': 'Nyckeln för underskrifter godtar inte PIN-koden.',
}

/** What a server that starts says of a key that does not sign for now. */
export const keyFaultText = (fault: KeyFault): string =>
  `${KEY_FAULTS[fault]} Ingen kan skriva under förrän det är åtgärdat. Allt annat fungerar.`

/** One line that says what stands in the way and what to do about it; null for an error that nobody foresaw. */
export function startErrorText(error: unknown, env: Pick<Env, 'SAMSKRIFT_DATA'> | null): string | null {
  const folder = env?.SAMSKRIFT_DATA ?? '.data'
  if (error instanceof EnvError) return ENV_FAULTS[error.fault](error.variable)
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
