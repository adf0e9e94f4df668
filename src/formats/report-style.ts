/** The style of a report as a page: for the screen by day and by night, for a phone, and for paper. */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c2330; --quiet: #566174; --line: #d8dde6;
  --bar: #3a6f9f; --track: #e9edf3; --interval: #1c2330;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #12161d; --ink: #e7eaf0; --quiet: #a5afbf; --line: #303a48;
    --bar: #6ea3d0; --track: #252d39; --interval: #e7eaf0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 3rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
main, footer { max-width: 60rem; margin: 0 auto; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; }
h2 { margin: 0 0 1rem; font-size: 1.2rem; line-height: 1.3; font-weight: 650; }
.period { margin: 0.35rem 0 0; color: var(--quiet); }
.lead { margin: 1.25rem 0 0; font-size: 1.15rem; max-width: 42rem; }
.part { margin: 3.5rem 0 -1rem; font-size: 1.15rem; font-weight: 600; }
section { margin-top: 2.75rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.chart { display: block; width: 100%; max-width: 27rem; height: auto; margin: 0 0 1.5rem; overflow: visible; }
.chart text { font-family: inherit; }
table { border-collapse: collapse; width: 100%; font-size: 0.94rem; }
caption, .unseen {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
th, td { padding: 0.5rem 0.9rem 0.5rem 0; text-align: left; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { padding-top: 0; color: var(--quiet); font-size: 0.85rem; line-height: 1.35; vertical-align: bottom; overflow-wrap: normal; }
tbody tr { border-top: 1px solid var(--line); }
tbody th { font-weight: 550; min-width: 8rem; }
tbody td { min-width: 6rem; }
tbody .wide { min-width: 16rem; }
.number { text-align: right; }
tbody .number { min-width: 0; white-space: nowrap; }
.single td { min-width: 0; }
.faint td { color: var(--quiet); }
.single { width: auto; max-width: 42rem; }
.single th { color: var(--quiet); font-weight: 400; padding-right: 2rem; }
.name { margin: 0 0 0.5rem; font-weight: 550; }
.note { margin: 0.75rem 0 0; color: var(--quiet); font-size: 0.94rem; max-width: 42rem; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.85rem; }
@media screen and (max-width: 56rem) {
  body { padding: 1.75rem 1.1rem 3rem; }
  h1 { font-size: 1.6rem; }
  .rows, .rows tbody, .rows tr, .rows th, .rows td { display: block; }
  .rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .rows tbody tr { padding: 0.75rem 0; }
  .rows th, .rows td { padding: 0.1rem 0; text-align: left; white-space: normal; }
  .rows td { display: grid; grid-template-columns: minmax(6.5rem, 40%) 1fr; column-gap: 0.75rem; }
  .rows td::before { content: attr(data-title); color: var(--quiet); }
  .single th { padding-right: 1rem; }
}
@media print {
  @page { margin: 18mm 16mm; }
  html { font-size: 9.5pt; }
  body { padding: 0; }
  main, footer { max-width: none; }
  section { margin-top: 1.75rem; padding-top: 1.1rem; }
  h2, .part, .name, .chart, thead { break-after: avoid; }
  .rows tbody tr:first-child, .note { break-before: avoid; }
  tr, .chart, header { break-inside: avoid; }
  .chart { max-width: 24rem; }
}
`;
