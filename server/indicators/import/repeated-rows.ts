/** Of an import without the rows that have errors. */
export const REPEATED = 'Av rader som säger samma sak är ingen med, inte heller den första.'
