export const HEADER = 'omrade,matt,resultat_2023,malvarde_2023,resultat_2022,enhet'

/** A Senior alert file of the given rows. */
export const seniorAlertCsv = (...rows: string[]): Buffer => Buffer.from([HEADER, ...rows, ''].join('\n'))
