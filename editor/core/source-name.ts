const NAMES: Record<string, string> = {
  'senior-alert': 'Senior alert',
  palliativregistret: 'Svenska palliativregistret',
  avvikelser: 'Avvikelser HSL',
  ekonomi: 'Ekonomi',
  hr: 'Sjukfrånvaro',
  namndplan: 'Nämndplanens mål',
  kolada: 'Kolada',
  api: 'Anslutet system',
}

/** What a source is called in Swedish text; its id where it has no other name. */
export const sourceName = (source: string): string => NAMES[source] ?? source
