/// How pages look, on a screen and on A4. It holds no character that markup must escape.
enum Stylesheet {
  static let text = """
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 64rem; background: \(Palette.paper); \
    color: \(Palette.ink); font: 1rem/1.5 \(Palette.fonts); }
    header { border-bottom: 3px solid \(Palette.accent); margin-bottom: 1.5rem; }
    h1, h2, h3, h4 { line-height: 1.25; color: \(Palette.accent); break-after: avoid; \
    break-inside: avoid; }
    h1 { font-size: 2rem; margin: 0 0 0.5rem; }
    h2 { font-size: 1.5rem; margin: 3rem 0 0.5rem; border-bottom: 1px solid \(Palette.rule); }
    h3 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
    p { margin: 0.5rem 0; max-width: 46rem; }
    .lead { font-size: 1.15rem; }
    .note { color: \(Palette.muted); font-size: 0.9rem; }
    a { color: \(Palette.accent); }
    nav ul { columns: 2 18rem; margin: 0.5rem 0 1rem; padding-left: 1.2rem; }
    table { border-collapse: collapse; width: 100%; margin: 1rem 0 1.5rem; font-size: 0.9rem; }
    caption { text-align: left; font-weight: bold; padding: 0.25rem 0; break-after: avoid; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); \
    white-space: nowrap; }
    th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; \
    border-bottom: 1px solid \(Palette.rule); overflow-wrap: break-word; }
    .long { overflow-wrap: anywhere; }
    thead th { border-bottom: 2px solid \(Palette.ink); vertical-align: bottom; }
    tbody th { font-weight: normal; min-width: 8rem; }
    th.part { padding-left: 1.25rem; }
    th.deep { padding-left: 2.5rem; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    td.number { white-space: nowrap; }
    .wide { font-size: 0.8rem; }
    .wide th, .wide td { overflow-wrap: anywhere; min-width: 0; padding-right: 0.5rem; }
    tr { break-inside: avoid; }
    figure { margin: 1rem 0 1.5rem; }
    svg { display: block; width: 100%; height: auto; break-inside: avoid; }
    figcaption { margin: 0.5rem 0; break-after: avoid; }
    summary { cursor: pointer; font-weight: bold; margin: 0.5rem 0; break-after: avoid; }
    code { font-family: Liberation Mono, DejaVu Sans Mono, Consolas, monospace; font-size: 0.85rem; \
    overflow-wrap: anywhere; background: \(Palette.light); padding: 0.1rem 0.3rem; }
    a:focus-visible, summary:focus-visible { outline: 3px solid \(Palette.accent); outline-offset: 2px; }
    @media screen and (max-width: 60rem) { table { display: block; overflow-x: auto; } \
    figure { overflow-x: auto; } svg { min-width: 42rem; } }
    @media print {
      @page { size: A4; margin: 18mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); \
    font: 8pt \(Palette.fonts); } }
      body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.35; }
      h1 { font-size: 20pt; }
      h2 { font-size: 15pt; }
      h3 { font-size: 11.5pt; margin-top: 1.2rem; }
      table { font-size: 8.5pt; margin: 0.5rem 0 0.75rem; }
      .wide { font-size: 7.5pt; }
      code { font-size: 8pt; }
      nav { display: none; }
      .scenario { break-before: page; }
      main .scenario:first-child { break-before: auto; }
      summary { list-style: none; }
      details:not([open]) { display: none; }
    }
    """
}
