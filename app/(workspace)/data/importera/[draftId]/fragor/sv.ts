export const sv = {
  title: 'Vad gäller filen?',
  file: (source: string, fileName: string) => `${source}, filen ${fileName}`,
  description: 'Filen säger inte det här själv, så du behöver göra det.',
  period: 'Period',
  periodHint: 'Till exempel 2024, november 2023, kvartal 1 2024 eller jan–nov 2023.',
  year: 'År för månaderna',
  yearHint: 'Fyra siffror.',
  area: 'Område',
  areaHint: 'Till exempel en avdelning. Lämna tomt om filen gäller hela källan.',
  errors: {
    missing: 'Fyll i det här.',
    'not-a-period': 'Det här är ingen period.',
    'too-long': 'Högst 200 tecken.',
  } as Record<string, string>,
  submit: 'Granska siffrorna',
  cancel: 'Avbryt',
}
