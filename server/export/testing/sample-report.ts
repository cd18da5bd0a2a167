import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { UNSTRUCTURED } from '#editor/core/structure/structured-section.ts'
import { fillTitle } from '#templates/fill-title.ts'
import { patientsakerhetsberattelse } from '#templates/patientsakerhetsberattelse/template.ts'
import { SAMPLE_IMAGE, sampleContent } from './sample-content.ts'
import { sampleFigures } from './sample-figures.ts'
import { samplePng } from './sample-png.ts'

const IMAGE = { width: 640, height: 300 }

function numbers(levels: number[]): string[] {
  const counts = [0, 0, 0]
  return levels.map(level => {
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    counts.fill(0, level)
    return counts.slice(0, level).join('.')
  })
}

/** A patient-safety report with all sections of its template and every kind of block, in no need of a database. */
export function sampleReport(): { resolved: ResolvedReport; images: Map<string, Uint8Array> } {
  const { sections, name, title, key, version } = patientsakerhetsberattelse
  const number = numbers(sections.map(section => section.level))
  return {
    resolved: {
      format: 2,
      editorVersion: 1,
      organisation: { name: 'Flens kommun' },
      board: { name: 'Vård- och omsorgsnämnden', administration: 'Vård- och omsorgsförvaltningen' },
      report: {
        id: '6f1f6f0e-0000-4000-8000-000000000002',
        template: { key, version, name },
        title: fillTitle(title, { year: 2023 }),
        diaryNumber: 'VON/2024:18',
        year: 2023,
        date: '2024-01-24',
        status: 'draft',
        seq: 1,
        fields: [],
        values: {},
        facts: [],
      },
      sections: sections.map((section, index) => ({
        ...UNSTRUCTURED,
        key: section.key,
        level: section.level,
        heading: section.heading,
        required: section.required,
        lawReferences: section.lawReferences,
        id: `6f1f6f0e-0000-4000-8000-${String(index + 100).padStart(12, '0')}`,
        number: number[index] ?? '',
        notApplicableReason:
          section.key === 'stralskydd' ? 'Verksamheten använder ingen utrustning med strålning.' : null,
        written: sampleContent(section.key),
        content: sampleContent(section.key),
      })),
      data: sampleFigures(),
      images: { [SAMPLE_IMAGE]: { id: SAMPLE_IMAGE, sha256: '0'.repeat(64), mediaType: 'image/png', ...IMAGE } },
    },
    images: new Map([[SAMPLE_IMAGE, samplePng(IMAGE.width, IMAGE.height)]]),
  }
}
