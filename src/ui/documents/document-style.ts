import formStyle from './document.css?raw';

/**
 * How documents look, on the screen, on paper and in a file of their own: one small sheet that stands in the file itself.
 * Black on white and no colour that means anything; lines, not fills, so that paper is like the screen.
 */
const portfolioStyle = `
.document{color:#16191d;background:#fff;color-scheme:light;font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
.document *,.document{box-sizing:border-box}
.document h1,.document h2,.document h3,.document h4,.document h5,.document p,.document dl,.document dd,.document ul,.document ol{margin:0;padding:0}
.document h1,.document h2,.document h3,.document h4,.document h5{line-height:1.25;font-weight:600;break-after:avoid;text-wrap:balance}
.document h1{font-size:1.875rem}
.document h2{font-size:1.5rem}
.document h3{font-size:1.125rem;margin-block:1.25rem .375rem}
.document h4,.document h5{font-size:1rem;margin-block:1rem .25rem}
.document p,.document li,.document dd{max-inline-size:66ch}
.document ul,.document ol{padding-inline-start:1.5rem}
.document a{color:#1849a9;text-underline-offset:.2em}
.document a:focus-visible{outline:3px solid #7a2e9e;outline-offset:2px}
.document bdi,.document time{unicode-bidi:isolate}
.document-cover{display:grid;gap:.75rem;padding-block-end:1.5rem}
.document-kind,.document-small,.document-mark{font-size:.875rem;color:#47505a}
.document-whose{font-size:1.25rem}
.document-own{border-inline-start:3px solid #737c87;padding-inline-start:.75rem}
.document-own p:first-child:not(.document-mark),.document-lines{white-space:pre-line}
.document-contents{display:grid;gap:.75rem;margin-block-start:.75rem!important}
.document-steps{display:grid;gap:.25rem;margin-block:.5rem 1rem!important}
.document-item{border-block-start:3px double #16191d;margin-block-start:2.5rem;padding-block-start:1rem}
.document-rows>div{border-block-start:1px solid #737c87;padding-block:.375rem;break-inside:avoid}
.document-rows dt{font-size:.875rem;font-weight:600}
.document-rows dd+dd{margin-block-start:.25rem}
.document-missing{color:#47505a}
.document-warning{border:2px solid #16191d;padding:.5rem .75rem;font-weight:600}
@media screen{.main .document{padding:.75rem;border-radius:8px}.document-item>.form{margin-block-start:2rem;border:1px solid #737c87;padding:1rem}}
.document .form :is(p,li,dd){max-inline-size:none}
.document-state{margin-block-end:.5rem!important}
.document-code{word-break:break-all;font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.875rem}
.document-file{break-inside:avoid}
@media screen and (min-width:40rem){.main .document{padding:1.5rem}}
@media (min-width:40rem){.document-rows>div{display:grid;grid-template-columns:13rem minmax(0,1fr);column-gap:1rem}.document-rows dt{grid-row:1/span 99}.document-rows dd{grid-column:2}}
@media print{.document{font-size:9.5pt;line-height:1.35}.document p,.document li,.document dd{max-inline-size:none}.document h1{font-size:20pt}.document h2{font-size:15pt}.document h3{font-size:11pt;margin-block:10pt 3pt}.document-item{break-before:page;border:0;margin:0;padding:0}.document-item>.form{page:statement}@page statement{margin:12mm 14mm}.document-rows>div{padding-block:2pt}.document-rows>div{display:grid;grid-template-columns:42mm minmax(0,1fr);column-gap:4mm}.document-rows dt{grid-row:1/span 99}.document-rows dd{grid-column:2}.document a{color:inherit}}
`;

/** After it the statement's own sheet, which the app brings anyway: a file needs it too. */
export const documentStyle = `${portfolioStyle}${formStyle.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ')}`;

/** What a file of its own needs besides: the page itself, and the way past the contents. */
export const pageStyle = `
html{background:#fff;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{max-inline-size:50rem;margin:0 auto;padding:1.5rem 1rem 4rem}
.skip{position:absolute;inset-block-start:.5rem;inset-inline-start:.5rem;background:#fff;padding:.75rem 1rem;border:1px solid #16191d}
.skip:not(:focus){inline-size:1px;block-size:1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%)}
main:focus{outline:0}
@media print{@page{size:A4;margin:18mm 18mm 20mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif}}body{max-inline-size:none;padding:0}.skip{display:none}}
`;
