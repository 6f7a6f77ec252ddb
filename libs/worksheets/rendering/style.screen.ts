/** Colours, type and the parts that every rendering on a screen shares. Text and controls meet WCAG 2.2 AA on both grounds. */
export const screenStyle = `
.ws {
  --paper: #f7f5f0; --surface: #fffefb; --sunken: #efece4; --ink: #18222d; --muted: #4b5866; --line: #d8d3c7; --edge: #7d8791;
  --accent: #0e5f64; --on-accent: #ffffff; --tint: #e0eeec; --warm: #8a3a12; --warm-tint: #fbeee3;
  --title: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "Liberation Serif", Georgia, serif;
  --body: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  color-scheme: light;
  box-sizing: border-box; max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem;
  background: var(--paper); color: var(--ink); font: 400 1.0625rem/1.55 var(--body); overflow-wrap: break-word;
  -webkit-text-size-adjust: 100%;
}
@media (prefers-color-scheme: dark) {
  .ws:not(.ws-print) {
    --paper: #12161c; --surface: #1b2129; --sunken: #232b35; --ink: #edf0f3; --muted: #adb8c3; --line: #343e4a; --edge: #8894a0;
    --accent: #74cbc8; --on-accent: #07282a; --tint: #17373a; --warm: #f3b084; --warm-tint: #3a2517; color-scheme: dark;
  }
}
.ws *, .ws *::before, .ws *::after { box-sizing: inherit; }
.ws p, .ws h1, .ws h2, .ws h3, .ws dl, .ws dd, .ws ul, .ws ol, .ws figure, .ws fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
.ws [hidden] { display: none !important; }
.ws a { color: var(--accent); text-underline-offset: .2em; }
.ws h1 { font: 600 2rem/1.15 var(--title); letter-spacing: -.01em; text-wrap: balance; }
.ws-title { display: flex; gap: 1rem; align-items: center; }
.ws-emblem { flex: none; width: 3.25rem; height: 3.25rem; padding: .5rem; border-radius: 1rem; background: var(--tint); fill: none; stroke: var(--accent); stroke-width: 2.25; stroke-linecap: round; stroke-linejoin: round; }
.ws-kicker { color: var(--muted); font-size: .9375rem; }
.ws-lead { margin-top: 1rem !important; font-size: 1.1875rem; line-height: 1.5; text-wrap: pretty; }
.ws-notice { margin-top: 3rem !important; padding-top: .75rem !important; border-top: 1px solid var(--line) !important; color: var(--muted); font-size: .8125rem; }
.ws-notice b { color: var(--warm); font-weight: 600; }
.ws-described { padding: 1rem !important; border: 1px dashed var(--edge) !important; border-radius: .75rem; color: var(--muted); }
.ws-figures { display: grid; gap: 1rem; margin-top: .75rem; }
.ws figure img, .ws figure video { display: block; max-width: 100%; border-radius: .75rem; }
.ws figcaption { margin-top: .375rem; color: var(--muted); font-size: .9375rem; }
.ws-sheet { display: block; width: 100%; aspect-ratio: 4 / 3; background: #fffefb; border: 1px solid var(--edge); border-radius: .875rem; }
.ws-resource { padding: 1rem 1.125rem; border-inline-start: 4px solid var(--accent); border-radius: .25rem .75rem .75rem .25rem; background: var(--surface); }
.ws-resource p + p { margin-top: .375rem; }
.ws-pages { font-weight: 600; }
`;

/** The form: one column, large targets, nothing that asks for precision. */
export const fillStyle = `
.ws-fill .ws-head { margin-bottom: 1.75rem; }
.ws-fill .ws-steps { list-style: none; counter-reset: step; margin: 1.25rem 0 1.25rem; display: grid; gap: .625rem; }
.ws-fill .ws-steps li { counter-increment: step; display: grid; grid-template-columns: 1.875rem 1fr; gap: .75rem; align-items: start; }
.ws-fill .ws-steps li::before { content: counter(step); display: grid; place-items: center; width: 1.875rem; height: 1.875rem; border-radius: 50%; background: var(--tint); color: var(--accent); font-weight: 600; font-size: .9375rem; }
.ws details { border-top: 1px solid var(--line); }
.ws .ws-head details:last-child { border-bottom: 1px solid var(--line); }
.ws summary { padding: .8125rem 0; color: var(--accent); font-weight: 600; cursor: pointer; list-style-position: outside; margin-inline-start: 1.125rem; }
.ws details > :not(summary) { margin: 0 0 1rem 1.125rem; max-width: 38rem; }
.ws details p + p { margin-top: .625rem; }
.ws .ws-example p { padding-inline-start: 1rem !important; border-inline-start: 3px solid var(--accent) !important; }
.ws-fill .ws-fields { display: grid; gap: 1.25rem; }
.ws-fill .ws-field { padding: 1.375rem 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: 1.125rem; background: var(--surface); }
.ws-fill .ws-field[data-kind=information] { background: none; border-color: transparent; padding: .75rem 0 0; }
.ws-information p + p { margin-top: .5rem; }
.ws-q { display: block; float: none; width: 100%; padding: 0; font: 600 1.1875rem/1.35 var(--body); text-wrap: pretty; }
.ws-fill legend { display: contents; }
.ws-fill legend + * { margin-top: 0; }
.ws-fill fieldset > legend.ws-q { display: block; float: left; padding-bottom: .75rem; }
.ws-fill legend.ws-q + .ws-hint { margin-top: -.5rem !important; padding-bottom: .75rem !important; }
.ws-fill legend.ws-q ~ :is(.ws-scale, .ws-cards, .ws-rows) { margin-top: 0; }
.ws-fill fieldset > legend.ws-q ~ * { clear: both; }
.ws-small { font-size: 1rem; margin-top: 1rem; }
.ws-hint { margin-top: .25rem !important; color: var(--muted); }
.ws-needed { margin-inline-start: .375rem; padding: .0625rem .5rem; border-radius: 1rem; background: var(--warm-tint); color: var(--warm); font: 600 .8125rem/1.6 var(--body); white-space: nowrap; }
.ws input[type=text], .ws input[type=number], .ws input[type=date], .ws input[type=time], .ws textarea {
  display: block; width: 100%; margin-top: .75rem; padding: .75rem .875rem; border: 1px solid var(--edge); border-radius: .75rem;
  background: var(--paper); color: inherit; font: inherit; line-height: 1.5;
}
.ws textarea { resize: vertical; field-sizing: content; min-height: calc(var(--rows, 2) * 1.5em + 1.625rem); }
.ws input[type=number], .ws input[type=time] { width: 8rem; }
.ws input[type=date] { width: 12rem; }
.ws-with-unit { display: flex; gap: .625rem; align-items: baseline; color: var(--muted); }
.ws-with-unit input { color: var(--ink); }
.ws :is(input, textarea, button, summary, a, canvas):focus-visible, .ws-card:has(:focus-visible), .ws-scale label:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.ws-cards { display: grid; gap: .5rem; margin-top: .875rem; }
.ws-card { display: flex; gap: .75rem; align-items: center; min-height: 3rem; padding: .625rem .875rem; border: 1px solid var(--edge); border-radius: .75rem; background: var(--paper); cursor: pointer; }
.ws-card input { flex: none; width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--accent); }
.ws-card:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--tint); }
.ws-scale { display: grid; grid-template-columns: repeat(var(--n), minmax(0, 1fr)); gap: .25rem; margin-top: .875rem; }
.ws-scale label { position: relative; display: grid; place-items: center; min-height: 3rem; border: 1px solid var(--edge); border-radius: .625rem; background: var(--paper); font-size: .9375rem; font-variant-numeric: tabular-nums; cursor: pointer; }
.ws-scale input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
.ws-scale label:has(:checked) { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.ws-ends { position: relative; display: flex; justify-content: space-between; gap: 1rem; margin-top: .375rem; color: var(--muted); font-size: .875rem; }
.ws-ends span:last-child:not(:first-child) { text-align: end; }
.ws-slider { display: flex; gap: 1rem; align-items: center; margin-top: .875rem; }
.ws-slider input { flex: 1; height: 2.75rem; accent-color: var(--accent); }
.ws-slider output { min-width: 3rem; text-align: center; font: 600 1.25rem/1 var(--body); font-variant-numeric: tabular-nums; }
.ws-button { display: inline-flex; align-items: center; justify-content: center; min-height: 3rem; padding: .625rem 1.5rem; border: 1px solid var(--accent); border-radius: 1.5rem; background: var(--accent); color: var(--on-accent); font: 600 1rem/1.2 var(--body); cursor: pointer; }
.ws-outline { background: none; color: var(--accent); border-color: var(--edge); }
.ws-quiet { min-height: 2.75rem; padding: .5rem .75rem; border: 0; border-radius: .625rem; background: none; color: var(--accent); font: 600 .9375rem/1.2 var(--body); cursor: pointer; }
.ws-rows { display: grid; gap: .875rem; margin: .875rem 0; }
.ws .ws-row { padding: 1rem; border-radius: .875rem; background: var(--sunken); }
.ws-row > legend { display: block; float: left; width: 100%; font: 600 .9375rem/1.4 var(--body); color: var(--muted); }
.ws-row > legend ~ * { clear: both; }
.ws-row-cells { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); padding-top: .5rem; }
.ws-cell[data-wide] { grid-column: 1 / -1; }
.ws-row .ws-q { font-size: 1rem; }
.ws .ws-row :is(input, textarea), .ws-row .ws-scale label, .ws-row .ws-card { background: var(--surface); }
.ws-row .ws-scale label:has(:checked) { background: var(--accent); }
.ws-row [data-remove-row] { margin: .5rem 0 -.375rem -.75rem; }
.ws-pacer, .ws-timer { display: grid; justify-items: center; gap: 1rem; padding: 1.25rem 0 .5rem; text-align: center; }
.ws-breath { position: relative; display: grid; place-items: center; width: min(15rem, 70vw); aspect-ratio: 1; border: 2px solid var(--accent); border-radius: 50%; }
.ws-breath-fill { position: absolute; inset: 0; border-radius: 50%; background: var(--tint); transform: scale(var(--breath, .45)); transition: transform linear; }
.ws-breath span { position: relative; font: 600 1.25rem/1.2 var(--title); color: var(--accent); }
.ws-clock { color: var(--muted); } .ws-clock span { color: var(--ink); font: 600 1.375rem/1 var(--body); font-variant-numeric: tabular-nums; }
.ws-phases { display: flex; flex-wrap: wrap; justify-content: center; gap: .375rem 1.25rem; list-style: none; color: var(--muted); font-size: .9375rem; }
.ws-phases b { color: var(--ink); }
.ws audio { display: block; width: 100%; margin-top: .75rem; }
.ws-script { margin-top: .75rem; }
.ws canvas.ws-sheet { margin-top: .875rem; touch-action: none; cursor: crosshair; }
.ws-tools { display: flex; flex-wrap: wrap; gap: .375rem; align-items: center; margin-top: .5rem; }
.ws-colour { width: 2.5rem; height: 2.5rem; padding: 0; border: 3px solid var(--surface); border-radius: 50%; background: var(--c); box-shadow: 0 0 0 1px var(--edge); cursor: pointer; }
.ws-colour[aria-pressed=true] { box-shadow: 0 0 0 3px var(--accent); }
.ws-grow { flex: 1; }
.ws-choosers { display: flex; flex-wrap: wrap; gap: .625rem; margin-top: .875rem; }
.ws-file { position: relative; } .ws-file input { position: absolute; inset: 0; opacity: 0; cursor: pointer; }
.ws-files { flex-basis: 100%; list-style: none; }
.ws-resource + .ws-cards { margin-top: 1rem; }
.ws-computed { display: inline-block; margin-top: .5rem; font: 600 1.75rem/1.2 var(--title); color: var(--accent); }
.ws-unit { color: var(--muted); }
.ws-progress { margin-bottom: 1.25rem; color: var(--muted); }
.ws-bar { height: .3125rem; margin-top: .5rem; border-radius: 1rem; background: var(--line); overflow: hidden; }
.ws-bar div { height: 100%; width: var(--done, 0%); border-radius: 1rem; background: var(--accent); transition: width .25s; }
.ws-one .ws-field { padding: .5rem 0 0; border: 0; background: none; }
.ws-one .ws-q { font-size: 1.375rem; } .ws-one .ws-row .ws-q { font-size: 1rem; }
.ws.ws-one :is(input, textarea), .ws-one .ws-card, .ws-one .ws-scale label { background: var(--surface); }
.ws-one .ws-scale label:has(:checked) { background: var(--accent); }
.ws-one .ws-card:has(:checked) { background: var(--tint); }
.ws-steering { position: sticky; bottom: 0; display: grid; grid-template-columns: auto 1fr; gap: .75rem; margin-top: 2rem; padding: 1rem 0; background: var(--paper); border-top: 1px solid var(--line); }
@media (prefers-reduced-motion: reduce) { .ws *, .ws-breath-fill { transition: none !important; } .ws-breath-fill { transform: scale(.7); } }
@media (forced-colors: active) { .ws-scale label:has(:checked), .ws-card:has(:checked) { outline: 3px solid Highlight; } .ws-colour { forced-color-adjust: none; } }
@media (max-width: 26rem) { .ws h1 { font-size: 1.75rem; } .ws { padding-inline: 1rem; } .ws-fill .ws-field { padding-inline: 1rem; } .ws-scale { gap: .3125rem; } }
@media (max-width: 34rem) { .ws-scale { grid-template-columns: repeat(var(--narrow), minmax(0, 1fr)); } .ws-scale[data-odd] label:last-child { grid-column: span 2; } }
`;

/** Answers to read. */
export const readStyle = `
.ws-read .ws-answers { display: grid; gap: 0; margin-top: 1.75rem; padding: .25rem 1.375rem; border: 1px solid var(--line); border-radius: 1.125rem; background: var(--surface); }
.ws-read .ws-answers > div { padding: 1.125rem 0; } .ws-read .ws-answers > div + div { border-top: 1px solid var(--line); }
.ws-read dt { color: var(--muted); font-weight: 600; font-size: .9375rem; }
.ws-read dd { margin-top: .3125rem !important; } .ws-read dd p + p { margin-top: .5rem; }
.ws-none { color: var(--muted); font-style: italic; }
.ws-figure { font: 600 1.375rem/1.3 var(--title); } .ws-figure span { color: var(--muted); font: 400 1rem/1 var(--body); }
.ws-meter { display: flex; gap: 1rem; align-items: center; } .ws-meter b { font-weight: 600; white-space: nowrap; font-variant-numeric: tabular-nums; }
.ws-track { flex: 1; max-width: 20rem; height: .625rem; border-radius: 1rem; background: var(--sunken); box-shadow: inset 0 0 0 1px var(--line); overflow: hidden; }
.ws-track div { width: var(--share); height: 100%; border-radius: 1rem; background: var(--accent); }
.ws-meter-ends { display: flex; justify-content: space-between; max-width: 20rem; color: var(--muted); font-size: .8125rem; }
.ws-marks { list-style: none; display: grid; gap: .25rem; } .ws-marks li { padding-inline-start: 1.625rem; position: relative; }
.ws-marks li::before { content: ""; position: absolute; inset-inline-start: .25rem; top: .35em; width: .4rem; height: .7rem; border: solid var(--accent); border-width: 0 2.5px 2.5px 0; transform: rotate(42deg); }
.ws-scroll { overflow-x: auto; margin-top: .375rem; }
.ws-read table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
.ws-read :is(th, td) { padding: .5rem .625rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
.ws-read thead th { color: var(--muted); font-weight: 600; } .ws-read tr > :first-child { padding-inline-start: 0; }
.ws-read .ws-files img { max-width: 100%; border-radius: .75rem; }
@media (max-width: 36rem) {
  .ws-read .ws-answers { padding-inline: 1rem; }
  .ws-read :is(table, tbody, tr, td, th[scope=row]) { display: block; } .ws-read thead { display: none; }
  .ws-read tbody tr { padding: .75rem .875rem; border-radius: .75rem; background: var(--sunken); } .ws-read tbody tr + tr { margin-top: .625rem; }
  .ws-read :is(td, th[scope=row]) { padding: .125rem 0; border: 0; } .ws-read td:empty { display: none; }
  .ws-read td[data-short] { display: flex; justify-content: space-between; gap: 1rem; } .ws-read td[data-short]::before { flex: 1; }
  .ws-read td::before { content: attr(data-label); display: block; color: var(--muted); font-size: .8125rem; font-weight: 600; }
}
`;
