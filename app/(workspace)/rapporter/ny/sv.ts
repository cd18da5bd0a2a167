export const sv = {
  title: 'Ny rapport',
  description: 'Rapporten får alla avsnitt från mallen. Det du fyller i här hamnar på försättsbladet.',
  template: {
    label: 'Mall',
    sections: (count: number) => `${count} avsnitt`,
    legalDeadline: (date: string) => `Ska enligt lag vara klar senast ${date}.`,
  },
  source: {
    label: 'Utgå från',
    hint: 'Det som redan står i en tidigare rapport följer med, så att du slipper skriva av det.',
    none: 'Ingen, börja med en tom rapport',
    option: ({ year, title, boardName }: { year: number; title: string; boardName: string }) =>
      `${year}: ${title} (${boardName})`,
  },
  texts: {
    label: 'Text som följer med',
    hint: 'Texten märks i rapporten tills någon har gått igenom den. Rader, delar och åtgärder som inte är klara följer alltid med. Tal, datum och ställningstaganden fylls i på nytt.',
    all: 'Välj alla',
    none: 'Välj inga',
  },
  joint: {
    follows:
      'Varje nämnd i det samlade svaret får också ett nytt eget svar för ett senare år, där åtgärder som inte är klara följer med som frågor. Nämnder där du inte kan skapa rapporter lämnas utanför.',
    begins:
      'Ett samlat svar görs av nämndernas egna svar. Öppna ett av dem och välj ”Sätt ihop ett samlat svar”, så kommer rekommendationer och svar med.',
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
    sourceId: {
      unknown: 'Rapporten finns inte längre. Välj en annan.',
      unfit: 'Mallen går inte att skapa utifrån den rapporten. Välj en annan.',
    },
    templateKey: { required: 'Välj en mall.', unknown: 'Mallen finns inte längre. Välj en annan.' },
    boardId: { required: 'Välj den nämnd som svarar för rapporten.', unknown: 'Nämnden finns inte. Välj en annan.' },
    year: {
      required: 'Skriv vilket år rapporten handlar om.',
      range: 'Skriv ett år med fyra siffror, till exempel 2024.',
      'before-source': 'Rapporten som du utgår från är för ett senare år. Skriv samma år eller ett senare.',
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

export type FieldName = 'sourceId' | 'templateKey' | 'boardId' | 'year' | 'diaryNumber' | 'title'
