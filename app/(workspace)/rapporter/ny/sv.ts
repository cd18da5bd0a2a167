export const sv = {
  title: 'Ny rapport',
  description: 'Rapporten får alla avsnitt från mallen. Det du fyller i här hamnar på försättsbladet.',
  template: {
    label: 'Mall',
    sections: (count: number) => `${count} avsnitt`,
    legalDeadline: (date: string) => `Ska enligt lag vara klar senast ${date}.`,
  },
  year: { label: 'År', hint: 'Det kalenderår som rapporten handlar om, med fyra siffror.' },
  board: { label: 'Nämnd', placeholder: 'Välj nämnd' },
  diaryNumber: {
    label: 'Diarienummer',
    hint: (example: string) => `Till exempel ${example}. Lämna tomt om det saknas ännu.`,
  },
  reportTitle: { label: 'Titel' },
  submit: 'Skapa rapport',
  cancel: 'Avbryt',
  failed: 'Rapporten är inte skapad',
  notAllowedTitle: 'Du kan inte skapa rapporter',
  notAllowedText: 'Din roll ger inte den rätten i någon nämnd. Kontakta administratören om du behöver den.',
  /** By field and code of an InvalidInputError. */
  errors: {
    templateKey: { required: 'Välj en mall.', unknown: 'Mallen finns inte längre. Välj en annan.' },
    boardId: { required: 'Välj den nämnd som svarar för rapporten.', unknown: 'Nämnden finns inte. Välj en annan.' },
    year: {
      required: 'Skriv vilket år rapporten handlar om.',
      range: 'Skriv ett år med fyra siffror, till exempel 2024.',
    },
    diaryNumber: {
      pattern: 'Diarienumret ser inte ut som i er organisation. Skriv det som i exemplet, eller lämna fältet tomt.',
    },
    title: {
      required: 'Skriv en titel.',
      range: 'Titeln är för lång. Korta den till högst 200 tecken.',
    },
  } as Record<FieldName, Record<string, string>>,
  otherFieldError: 'Det här går inte att använda. Ändra och försök igen.',
}

export type FieldName = 'templateKey' | 'boardId' | 'year' | 'diaryNumber' | 'title'
