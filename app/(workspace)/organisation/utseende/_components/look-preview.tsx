import { cssFamily, type Typeface } from '#editor/core/typefaces.ts'
import { sv as words } from '../sv.ts'

const sv = words.preview

export interface LookPreviewProps {
  name: string
  accent: string
  /** Address of the picture; null for none. */
  logo: string | null
  foot: string
  typeface: Typeface
}

/** A cover and a page as they will look. Drawn for the eye alone: the form says the same in words. */
export function LookPreview({ name, accent, logo, foot, typeface }: LookPreviewProps) {
  const sheet =
    'flex aspect-[210/297] flex-col bg-white p-[8%] text-[0.6875rem] leading-snug text-[#1a1f26] shadow-raised'
  const set = { fontFamily: cssFamily(typeface) }
  return (
    <section aria-labelledby="sa-blir-det">
      <h2 id="sa-blir-det" className="mb-3 text-lg font-semibold">
        {sv.title}
      </h2>
      <div aria-hidden className="grid grid-cols-2 gap-4 rounded-lg border border-line bg-sunken p-4">
        <figure className="flex min-w-0 flex-col gap-1.5">
          <div className={sheet} style={set}>
            {logo && (
              // biome-ignore lint/performance/noImgElement: a picture of the form, not of the site
              <img src={logo} alt="" className="mb-2 max-h-[12%] max-w-[45%] self-start object-contain" />
            )}
            <div className="mb-2 w-1/4 border-t-4" style={{ borderColor: accent }} />
            <p className="font-semibold">{name}</p>
            <p className="text-[#535e6b]">{sv.board}</p>
            <p className="my-auto text-sm leading-tight font-semibold hyphens-auto" style={{ color: accent }}>
              {sv.report}
            </p>
            <dl className="mb-[20%] border-t border-[#c6ced8] pt-1 text-[0.5625rem]">
              {sv.facts.map(([label, value]) => (
                <div key={label} className="flex justify-between gap-2">
                  <dt className="text-[#535e6b]">{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
          <figcaption className="text-sm text-muted">{sv.cover}</figcaption>
        </figure>
        <figure className="flex min-w-0 flex-col gap-1.5">
          <div className={sheet} style={set}>
            <p className="mb-4 flex justify-between gap-2 border-b border-[#c6ced8] pb-1 text-[0.5rem] text-[#535e6b]">
              <span className="truncate">{`${name} · ${sv.board}`}</span>
              <span className="whitespace-nowrap">{sv.facts[0][1]}</span>
            </p>
            <p className="mb-1 text-sm font-semibold" style={{ color: accent }}>
              {sv.heading}
            </p>
            <p>{sv.text}</p>
            <div className="mt-3 border-y" style={{ borderColor: accent }}>
              <div className="h-3 bg-[#eef2f6]" />
              <div className="h-3 border-t border-[#c6ced8]" />
              <div className="h-3 border-t border-[#c6ced8]" />
            </div>
            <div className="mt-auto border-t border-[#c6ced8] pt-1 text-[0.5rem] text-[#535e6b]">
              <p className="flex justify-between gap-2">
                <span className="truncate">{sv.report}</span>
                <span className="whitespace-nowrap">{sv.pageOf}</span>
              </p>
              <p className="truncate">{foot}</p>
            </div>
          </div>
          <figcaption className="text-sm text-muted">{sv.page}</figcaption>
        </figure>
      </div>
    </section>
  )
}
