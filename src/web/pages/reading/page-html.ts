import { createHash } from 'node:crypto'
import { day, localDate } from '../../../domain/calendar/local-time.js'
import { shortDate } from '../../../domain/calendar/vi-date.js'
import type { Locale, T } from '../../../words.js'
import type { Reading } from './find-reading.js'

const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#f5f3ef;color:#1d1d1f;font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:42rem;margin:0 auto;padding:1rem 1rem 3rem}
.for{margin:0 0 1rem;padding:.6rem .9rem;background:#fff4d6;border-radius:.6rem;font-size:.95rem}
h1{margin:0 0 .75rem;color:#9c1414;font-size:1.3rem;line-height:1.35}
h2{margin:1.5rem 0 .4rem;font-size:1.05rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere;margin:0}
img{display:block;max-width:100%;height:auto;margin:1rem 0;border-radius:.6rem}
.file{overflow-wrap:anywhere}
a.button{display:block;margin:1rem 0;padding:.85rem 1rem;border-radius:.6rem;background:#9c1414;color:#fff;font-weight:600;text-align:center;text-decoration:none}
a.button:focus-visible{outline:3px solid #1d1d1f;outline-offset:2px}
code{display:block;padding:.7rem .9rem;border-radius:.6rem;background:#fff;font:1rem/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
footer{margin-top:2rem;color:#55534e;font-size:.9rem}
`

/** Nothing but this style sheet, and pictures from here. */
export const readingPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page of one member. Addresses are relative: what stands in front of the service may have put it in a folder. */
export function readingHtml(t: T, token: string, { member, message, file, comment, until }: Reading): string {
  const picture = file !== null && /^image\/(?:jpeg|png)$/u.test(file.mime)
  return pageOf(t, member.locale, message.title ?? t('reading-title'), [
    `<p class="for">${escaped(t('reading-for', { name: member.name }))}</p>`,
    `<h1>${escaped(message.title ?? t('reading-title'))}</h1>`,
    message.text === '' ? '' : `<p class="text">${escaped(message.text)}</p>`,
    file ? `<p class="file">${escaped(t('reading-file', { name: file.name, size: sizeOf(file.size) }))}</p>` : '',
    picture ? `<img src="${token}/picture" alt="${escaped(file.name)}">` : '',
    file ? `<a class="button" href="${token}/file">${escaped(t('reading-download'))}</a>` : '',
    comment === null
      ? ''
      : `<h2>${escaped(t('reading-comment'))}</h2>
<p>${escaped(t('reading-comment-how'))}</p>
<code>${escaped(t('reading-comment-line', { line: `/${comment}` }))}</code>`,
    `<footer>${escaped(t('reading-until', { date: shortDate(localDate(until - day)) }))}</footer>`,
  ])
}

const refusals = {
  expired: { title: 'reading-expired-title', text: 'reading-expired' },
  none: { title: 'reading-none-title', text: 'reading-none' },
  wait: { title: 'reading-wait-title', text: 'reading-wait' },
} as const

/** Why not, and what to do; the same for everything that is not there for whoever asks. */
export function refusalHtml(t: T, locale: Locale, why: keyof typeof refusals): string {
  const { title, text } = refusals[why]
  return pageOf(t, locale, t(title), [`<h1>${escaped(t(title))}</h1>`, `<p class="text">${escaped(t(text))}</p>`])
}

const pageOf = (t: T, locale: Locale, title: string, body: string[]): string => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)} · ${escaped(t('reading-product'))}</title>
<style>${style}</style>
</head>
<body>
<main>
${body.filter((piece) => piece !== '').join('\n')}
</main>
</body>
</html>
`

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => signs[sign]!)
