export const sv = {
  label: 'Textverktyg',
  undo: 'Ångra',
  redo: 'Gör om',
  inactive: 'Ställ markören i ett avsnitt för att använda verktygen.',
}
