const places = (count: number): string => (count === 1 ? 'Ett ställe nämner' : `${count} ställen nämner`)

export const sv = {
  change: 'Ändra titel, år, diarienummer och deadline',
  title: 'Titel',
  year: 'År',
  yearHint: 'Året som rapporten handlar om.',
  diaryNumber: 'Diarienummer',
  diaryNumberHint: 'Tomt om det saknas ännu.',
  deadline: 'Klar senast',
  deadlineHint: 'Lagens dag följer med året.',
  save: 'Spara',
  cancel: 'Avbryt',
  undo: 'Ångra',
  deadlineOf: (date: string) => `Klar senast ${date}`,
  noDiaryNumber: 'Diarienummer saknas ännu',
  about: (year: number) => `Gäller ${year}`,
  saved: 'Uppgifterna är ändrade',
  deadlineMoved: (date: string) => `Sista dag enligt lag är nu ${date}.`,
  stale: (count: number) =>
    `${places(count)} ett annat år i text från en tidigare rapport. Välj Kontrollera för att se var.`,
  problems: {
    title: { required: 'Skriv en titel.', range: 'Titeln är för lång. Korta den till högst 200 tecken.' },
    year: {
      required: 'Skriv ett år med fyra siffror, till exempel 2024.',
      range: 'Skriv ett år med fyra siffror, till exempel 2024.',
      'before-source': 'Rapporten är skapad utifrån en för ett senare år. Skriv samma år eller ett senare.',
    },
    diaryNumber: { pattern: 'Diarienumret ser inte ut som i er organisation. Skriv om det, eller lämna fältet tomt.' },
    deadline: { required: 'Välj ett datum som finns.' },
  } as Record<string, Record<string, string>>,
  otherProblem: 'Det här går inte att använda. Ändra och försök igen.',
}
