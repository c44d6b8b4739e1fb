import { createHash } from 'node:crypto'

/** Text that may stand in a page as it is. Only `html` and `trusted` make it. */
export type Markup = { readonly markup: string }
type Part = string | number | null | undefined | false | Markup | readonly Markup[]

/** Writes markup; every value that is not markup itself is escaped. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  let out = strings[0] ?? ''
  parts.forEach((part, index) => {
    out += write(part) + (strings[index + 1] ?? '')
  })
  return { markup: out }
}

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part))
  if ('markup' in part) return part.markup
  return part.map((one) => one.markup).join('')
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

/**
 * Answers a whole page: one stylesheet, no script, no request to anywhere.
 * @param formTargets origins that a form may end at; browsers check the redirects of a form too
 */
export function pageResponse(
  page: { title: string; banner: string; main: Markup; isWide?: boolean },
  status = 200,
  formTargets: readonly string[] = [],
): Response {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${page.title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body class="${page.isWide ? 'wide' : ''}">
<header class="banner"><p>${page.banner}</p></header>
<main>${page.main}</main>
</body>
</html>`
  return new Response(document.markup, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy(formTargets),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** The origin of an address, for `formTargets`; nothing when it is not one. */
export function originsOf(...addresses: (string | null | undefined)[]): string[] {
  return addresses.flatMap((address) => (address && URL.canParse(address) ? [new URL(address).origin] : []))
}

const STYLE = `
:root{color-scheme:light dark;--paper:#faf9f7;--raised:#fff;--ink:#211f1c;--soft:#57524b;--line:#ddd8d0;--main:#234f45;--on-main:#fff;--bad:#a3261d;--good:#1d6340;--note:#f0ece3}
@media(prefers-color-scheme:dark){:root{--paper:#161513;--raised:#1f1d1b;--ink:#f2efe9;--soft:#b9b2a7;--line:#3a3733;--main:#9ed3c2;--on-main:#10201b;--bad:#ff9d92;--good:#8fd6ad;--note:#2a2723}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 16px/1.5 'Inter Variable',Inter,system-ui,sans-serif;-webkit-font-smoothing:antialiased}
.banner{background:var(--note);border-bottom:1px solid var(--line);color:var(--ink);font-size:14px;text-align:center}
.banner p{margin:0;padding:10px 20px}
main{max-width:460px;margin:0 auto;padding:32px 20px 64px}
.wide main{max-width:1080px}
h1{font-size:24px;line-height:1.15;font-weight:600;letter-spacing:-.015em;margin:0 0 8px;text-wrap:balance}
h2{font-size:16px;font-weight:600;margin:36px 0 10px}
p{margin:0 0 12px}.soft{color:var(--soft)}.small{font-size:14px}
.total{font-size:36px;line-height:1.15;font-weight:600;letter-spacing:-.02em;margin:0 0 20px;font-variant-numeric:tabular-nums}
dl.items{margin:0 0 28px;border-top:1px solid var(--line)}
dl.items div{display:flex;justify-content:space-between;gap:20px;padding:12px 0;border-bottom:1px solid var(--line)}
dl.items dt{margin:0}dl.items dd{margin:0;font-variant-numeric:tabular-nums;white-space:nowrap}
form{margin:0}form.row{display:flex;flex-wrap:wrap;gap:8px;align-items:end}
label{display:block;font-weight:500;margin:0 0 6px}
input{font:inherit;width:100%;min-height:48px;padding:0 14px;color:var(--ink);background:var(--raised);border:1px solid var(--soft);border-radius:10px}
input[readonly]{background:var(--note);border-color:var(--line)}
form.row input{width:auto;min-height:44px}
.field{margin:0 0 22px}.hint{color:var(--soft);font-size:14px;margin:6px 0 0}
.error{color:var(--bad);font-weight:500;margin:6px 0 0}
.problem{border-left:3px solid var(--bad);padding:4px 0 4px 14px;margin:0 0 22px}.problem p{margin:0;color:var(--bad);font-weight:500}
button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:48px;margin:0 0 10px;padding:0 18px;font:inherit;font-weight:550;text-decoration:none;color:var(--ink);background:var(--raised);border:1px solid var(--line);border-radius:10px;cursor:pointer}
button.main,.button.main{background:var(--main);color:var(--on-main);border-color:var(--main)}
button.quiet{background:none;border-color:transparent;color:var(--soft);text-decoration:underline;text-underline-offset:3px}
form.row button{width:auto;min-height:44px;margin:0}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}
table{width:100%;border-collapse:collapse;font-size:14px}
th{text-align:left;font-weight:500;color:var(--soft);padding:0 12px 8px 0}
td{border-top:1px solid var(--line);padding:9px 12px 9px 0;vertical-align:top;overflow-wrap:anywhere}
td.figure,th.figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.acts{display:flex;gap:8px}.scroll{overflow-x:auto}code{font-size:13px}
@media(prefers-reduced-motion:no-preference){button,.button{transition:filter .15s ease-out}button:hover,.button:hover{filter:brightness(.97)}}
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

function policy(formTargets: readonly string[]): string {
  const targets = ["'self'", ...new Set(formTargets)].join(' ')
  return [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `form-action ${targets}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
