import { shortTime } from './time.js'
import { html, useState, useWords } from './ui.js'

const longText = 3000
const excerptLength = 60

export function excerpt({ title, text }) {
  const letters = [...(title ? `${title}. ${text}` : text).slice(0, 4 * excerptLength).replace(/\s+/g, ' ')]
  return letters.length > excerptLength ? `${letters.slice(0, excerptLength).join('')}…` : letters.join('')
}

/** One message of a chat. `answered` is the message it replies to, `pressing` the choice on its way and `pressed` the last one made, if any. */
export function Message({ message, account, answered, language, pressing, pressed, onPress, onReply }) {
  const t = useWords()
  const { id, author, name, title, text, choices, attachment, replyTo, at, edited, pending } = message
  const side = author === account ? 'own' : author === 'bot' ? 'bot' : 'other'
  const speaker = side === 'own' ? t('page-you') : side === 'bot' ? t('page-bot') : name
  return html`
    <li class="message ${side} ${pending ? 'pending' : ''}" data-id=${id}>
      <div class="meta">
        <span class="speaker">${speaker}</span>${' '}
        ${at && html`<time datetime=${new Date(at).toISOString()}>${shortTime(at)}</time>`}
        ${edited && html` <span>${t('page-edited')}</span>`} ${pending && html`<span>${t(pending)}</span>`}
        ${
          side === 'bot' &&
          html`<button type="button" class="link" onClick=${() => onReply(message)}>${t('page-reply')}</button>`
        }
      </div>
      <div class="bubble" lang=${language}>
        ${replyTo && html`<p class="quote">${t('page-answers-to', { text: answered ? excerpt(answered) : t('page-reply-to-lost') })}</p>`}
        ${title && html`<p class="title">${title}</p>`}
        <${Text} text=${text} />
        ${
          attachment &&
          html`<a
            class="file"
            href="/api/file?${new URLSearchParams({ as: account, message: id })}"
            download=${attachment.name}
          >
            ${attachment.name} (${fileSize(attachment.size, t.locale)})
          </a>`
        }
      </div>
      ${
        choices.length > 0 &&
        html`<div class="choices" role="group" aria-label=${t('page-choices')} lang=${language}>
          ${choices.map(
            (choice) =>
              html`<button
                type="button"
                class=${pressed === choice.does ? 'choice pressed' : 'choice'}
                aria-pressed=${pressed === choice.does || undefined}
                aria-disabled=${pressing !== undefined}
                onClick=${() => pressing === undefined && onPress(message, choice)}
              >
                ${choice.label}
              </button>`,
          )}
        </div>`
      }
    </li>
  `
}

/** 12 KB, 3,4 MB. */
function fileSize(bytes, locale) {
  const [unit, size] = bytes < 2 ** 20 ? ['kilobyte', bytes / 1024] : ['megabyte', bytes / 2 ** 20]
  const most = size < 10 ? 1 : 0
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: most }).format(size)
}

function Text({ text }) {
  const t = useWords()
  const [whole, setWhole] = useState(false)
  const short = !whole && text.length > longText
  return html`
    <p class="text">${short ? `${[...text.slice(0, longText / 2)].join('')}…` : text}</p>
    ${
      short &&
      html`<button type="button" class="link" onClick=${() => setWhole(true)}>
        ${t('page-more', { count: text.length.toLocaleString(t.locale) })}
      </button>`
    }
  `
}
