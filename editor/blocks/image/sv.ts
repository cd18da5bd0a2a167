export const sv = {
  label: 'Bild',
  file: 'Bildfil',
  fileHint: 'PNG eller JPEG, högst 10 MB.',
  fileErrors: {
    required: 'Välj en bildfil.',
    'too-large': 'Filen är för stor. Välj en bild på högst 10 MB.',
    'not-an-image': 'Filen är ingen PNG- eller JPEG-bild. Välj en annan fil.',
  } as Record<string, string>,
  alt: 'Alternativtext',
  altHint: 'Beskriv vad bilden visar för den som inte ser den. Texten läses upp och följer med till PDF.',
  altError: 'Skriv en alternativtext. Utan den går rapporten inte att låsa.',
  altMissing: 'Alternativtext saknas',
  altShown: (alt: string) => `Alternativtext: ${alt}`,
  editAlt: 'Ändra alternativtext',
  insert: 'Infoga bilden',
  save: 'Spara texten',
  cancel: 'Avbryt',
}
